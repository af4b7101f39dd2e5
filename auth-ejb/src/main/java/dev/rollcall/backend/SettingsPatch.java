package dev.rollcall.backend;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns the fields of a request, each of which stands for one setting, into a merge patch of the settings; and names what is wrong with a
 * setting by the field that it came in.
 */
final class SettingsPatch {

    private final Input input;
    private final Map<String, Map<String, JsonValue>> parts = new LinkedHashMap<>();
    private final Map<String, String> fieldsByPath = new LinkedHashMap<>();

    SettingsPatch(Input input) {
        this.input = input;
    }

    /** A yes or no; null says nothing. */
    SettingsPatch flag(String field, String path) {
        input.flag(field).ifPresent(on -> set(field, path, on ? JsonValue.TRUE : JsonValue.FALSE));
        return this;
    }

    /** A whole number; null says nothing. */
    SettingsPatch number(String field, String path) {
        input.number(field).ifPresent(number -> set(field, path, Json.createValue(number)));
        return this;
    }

    /** A text; null brings the default back. */
    SettingsPatch text(String field, String path) {
        if (input.has(field)) {
            set(field, path, input.text(field).<JsonValue>map(Json::createValue).orElse(JsonValue.NULL));
        }
        return this;
    }

    /** A list of texts; null brings the default back. */
    SettingsPatch texts(String field, String path) {
        if (input.has(field)) {
            boolean isNull = input.document().get(field) == JsonValue.NULL;
            set(
                    field,
                    path,
                    isNull
                            ? JsonValue.NULL
                            : Json.createArrayBuilder(input.list(field)).build());
        }
        return this;
    }

    /** A value that was read by other means. */
    SettingsPatch set(String field, String path, JsonValue value) {
        var part = path.substring(0, path.indexOf('.') + 1);
        parts.computeIfAbsent(part, p -> new LinkedHashMap<>()).put(path.substring(part.length()), value);
        fieldsByPath.put(path, field);
        return this;
    }

    /** Applies the patch; what it refuses is refused by the request's own field. */
    <T> T apply(Function<JsonObject, T> change) {
        try {
            return change.apply(document());
        } catch (Refusal refusal) {
            var path = String.valueOf(refusal.meta().get("param_name"));
            var field = fieldsByPath.get(path);
            throw field == null
                    ? refusal
                    : refusal.at(field).saying(refusal.longMessage().replace(path, field));
        }
    }

    private JsonObject document() {
        var patch = Json.createObjectBuilder();
        parts.forEach((part, values) -> {
            if (part.isEmpty()) {
                values.forEach(patch::add);
            } else {
                var inner = Json.createObjectBuilder();
                values.forEach(inner::add);
                patch.add(part.substring(0, part.length() - 1), inner);
            }
        });
        return patch.build();
    }
}
