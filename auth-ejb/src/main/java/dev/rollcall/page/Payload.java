package dev.rollcall.page;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Builds a JSON object in which what is absent is null. */
public final class Payload {

    private final JsonObjectBuilder object = Json.createObjectBuilder();

    /** A text, or null. */
    public Payload add(String name, String text) {
        object.add(name, text == null ? JsonValue.NULL : Json.createValue(text));
        return this;
    }

    /** A value that is JSON already. */
    public Payload add(String name, JsonValue value) {
        object.add(name, value);
        return this;
    }

    /** A yes or a no. */
    public Payload add(String name, boolean flag) {
        object.add(name, flag);
        return this;
    }

    /** A number. */
    public Payload add(String name, long number) {
        object.add(name, number);
        return this;
    }

    /** The object, with all that was added. */
    public JsonObject build() {
        return object.build();
    }
}
