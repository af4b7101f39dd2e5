package dev.rollcall.web.shared;

import dev.rollcall.page.WireJson;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;

/** Views as the bytes of an answer. */
public final class Json {

    private static final Jsonb CAMEL_CASE = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    private Json() {}

    /** The view as a JSON document in UTF-8. */
    public static byte[] write(Object view) {
        var text = view instanceof CamelCase named ? CAMEL_CASE.toJson(named.view()) : WireJson.text(view);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
