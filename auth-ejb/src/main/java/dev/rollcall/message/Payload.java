package dev.rollcall.message;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Builds a JSON object in which what is absent is null. */
final class Payload {

    private final JsonObjectBuilder object = Json.createObjectBuilder();

    Payload add(String name, String text) {
        object.add(name, text == null ? JsonValue.NULL : Json.createValue(text));
        return this;
    }

    Payload add(String name, JsonValue value) {
        object.add(name, value);
        return this;
    }

    Payload add(String name, boolean flag) {
        object.add(name, flag);
        return this;
    }

    Payload add(String name, long number) {
        object.add(name, number);
        return this;
    }

    JsonObject build() {
        return object.build();
    }
}
