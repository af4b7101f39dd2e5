package dev.rollcall.message;

import jakarta.json.JsonObject;

/**
 * Whom a message goes to.
 *
 * @param addressId the identification that is written to; null where there is none
 * @param user what templates may say of the person, above all {@code public_metadata}
 */
public record Addressee(String addressId, JsonObject user) {

    /** Somebody who is not a user yet. */
    public static Addressee stranger() {
        return new Addressee(null, JsonObject.EMPTY_JSON_OBJECT);
    }
}
