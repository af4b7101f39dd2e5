package dev.rollcall.web.shared;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How views become JSON: snake case, nulls written, enums in lower case. A record whose absent fields must be left out is annotated
 * {@code @JsonbNillable(false)}.
 */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withNullValues(true)
            .withSerializers(new LowerCaseEnum()));

    private Json() {}

    /** The view as a JSON document in UTF-8. */
    public static byte[] write(Object view) {
        return JSONB.toJson(view).getBytes(StandardCharsets.UTF_8);
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
