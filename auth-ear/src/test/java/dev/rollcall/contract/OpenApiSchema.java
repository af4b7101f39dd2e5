package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Turns the schemas of OpenAPI 3.0 into JSON Schema: {@code nullable} becomes a type of its own, and notes for people go. */
final class OpenApiSchema {

    private static final Set<String> NOTES =
            Set.of("nullable", "example", "examples", "discriminator", "xml", "externalDocs");
    private static final Set<String> MAPS = Set.of("properties", "patternProperties");
    private static final Set<String> LITERALS = Set.of("enum", "required", "default", "const");

    private OpenApiSchema() {}

    /** A document that holds the converted {@code components.schemas} and nothing else. */
    static ObjectNode componentsOf(JsonNode openApi) {
        var schemas = JsonNodeFactory.instance.objectNode();
        openApi.at("/components/schemas")
                .properties()
                .forEach(s -> schemas.set(s.getKey(), toJsonSchema(s.getValue())));
        var document = JsonNodeFactory.instance.objectNode();
        document.putObject("components").set("schemas", schemas);
        return document;
    }

    /** One schema, converted all the way down. */
    static JsonNode toJsonSchema(JsonNode node) {
        if (node.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(toJsonSchema(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        var schema = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> convert(schema, entry.getKey(), entry.getValue()));
        bound(schema, "exclusiveMinimum", "minimum");
        bound(schema, "exclusiveMaximum", "maximum");
        schema.remove("format"); // formats in these files are documentation, not promises
        if (!node.path("nullable").asBoolean()) {
            return schema;
        }
        var either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf")
                .add(JsonNodeFactory.instance.objectNode().put("type", "null"))
                .add(schema);
        return either;
    }

    private static void convert(ObjectNode schema, String key, JsonNode value) {
        if (NOTES.contains(key) || key.startsWith("x-")) {
            return;
        }
        if (MAPS.contains(key)) {
            var converted = schema.putObject(key);
            value.properties().forEach(property -> converted.set(property.getKey(), toJsonSchema(property.getValue())));
        } else {
            schema.set(key, LITERALS.contains(key) ? value : toJsonSchema(value));
        }
    }

    /** In OpenAPI 3.0 an exclusive bound is a flag on the bound; in JSON Schema it is the bound. */
    private static void bound(ObjectNode schema, String exclusive, String inclusive) {
        if (schema.path(exclusive).isBoolean()) {
            var isExclusive = schema.remove(exclusive).asBoolean();
            if (isExclusive) {
                schema.set(exclusive, schema.remove(inclusive));
            }
        }
    }
}
