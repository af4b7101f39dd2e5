package dev.rollcall.page;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How views become JSON: snake case, nulls written, enums in lower case. A record whose absent fields must be left out is
 * annotated {@code @JsonbNillable(false)}.
 */
public final class WireJson {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(new SnakeCase())
            .withNullValues(true)
            .withSerializers(new LowerCaseEnum()));

    private WireJson() {}

    /** The view as a JSON text. */
    public static String text(Object view) {
        return JSONB.toJson(view);
    }

    /** The view, which is a JSON object, to be built into another one. */
    public static JsonObject object(Object view) {
        try (var reader = Json.createReader(new StringReader(text(view)))) {
            return reader.readObject();
        }
    }

    /** The standard strategy sees no word begin after a digit, and would say {@code web3wallet}. */
    public static final class SnakeCase implements PropertyNamingStrategy {

        private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

        @Override
        public String translateName(String propertyName) {
            return WORD_BEGINS.matcher(propertyName).replaceAll("_").toLowerCase(Locale.ROOT);
        }
    }

    /** Public and of the raw type, because Yasson looks for exactly that. */
    @SuppressWarnings("rawtypes")
    public static final class LowerCaseEnum implements JsonbSerializer<Enum> {

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializationContext context) {
            generator.write(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
