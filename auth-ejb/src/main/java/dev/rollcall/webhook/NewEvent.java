package dev.rollcall.webhook;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What is to be told.
 *
 * @param eventId the id that the one who made a custom event gave it; null for none
 * @param channels null for none
 * @param payload the whole body of the request
 */
record NewEvent(String type, String eventId, List<String> channels, JsonObject payload) {

    /** An event of ours. */
    static NewEvent of(String type, JsonObject payload) {
        return new NewEvent(type, null, null, payload);
    }

    /** An event holds codes and addresses: it does not print itself. */
    @Override
    public String toString() {
        return "NewEvent[" + type + "]";
    }
}
