package dev.rollcall.instance;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Says in JSON Schema what {@link SettingsDocument} accepts, from the same records. */
final class SettingsSchema {

    private SettingsSchema() {}

    /** The schema of these keys, or of all where none are given. */
    static JsonObject of(List<String> keys) {
        var properties = Json.createObjectBuilder();
        var all = properties(InstanceSettings.class);
        for (var key : keys.isEmpty() ? all.keySet() : keys) {
            if (!all.containsKey(key)) {
                throw InstanceProblem.CONFIG_KEY_UNKNOWN.refusal(key);
            }
            properties.add(key, all.get(key));
        }
        return Json.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("$id", "urn:rollcall:config")
                .add("type", "object")
                .add("properties", properties)
                .add("additionalProperties", false)
                .build();
    }

    private static JsonObject properties(Class<?> record) {
        var properties = Json.createObjectBuilder();
        for (var component : record.getRecordComponents()) {
            properties.add(SettingsDocument.key(component), schema(component));
        }
        return properties.build();
    }

    private static JsonObject schema(RecordComponent component) {
        var type = component.getType();
        if (type.isRecord()) {
            return typed("object")
                    .add("properties", properties(type))
                    .add("additionalProperties", false)
                    .build();
        }
        if (type == JsonObject.class) {
            return typed("object").build();
        }
        if (type == boolean.class) {
            return typed("boolean").build();
        }
        var allowed = component.getAnnotation(Allowed.class);
        if (type == String.class) {
            return text(allowed).build();
        }
        if (type == List.class) {
            return typed("array")
                    .add("items", text(allowed))
                    .add("maxItems", allowed.items())
                    .build();
        }
        return typed("integer")
                .add("minimum", allowed.from())
                .add("maximum", allowed.to())
                .build();
    }

    private static JsonObjectBuilder text(Allowed allowed) {
        var schema = typed("string");
        if (allowed != null && allowed.value().length > 0) {
            schema.add("enum", Json.createArrayBuilder(List.of(allowed.value())));
        }
        if (allowed != null && allowed.color()) {
            schema.add("pattern", "^" + SettingsDocument.COLOR + "$");
        }
        if (allowed != null && !allowed.pattern().isEmpty()) {
            schema.add("pattern", "^(" + allowed.pattern() + ")$");
        }
        return allowed != null && allowed.url() ? schema.add("format", "uri") : schema;
    }

    private static JsonObjectBuilder typed(String type) {
        return Json.createObjectBuilder().add("type", type);
    }
}
