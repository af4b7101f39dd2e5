package dev.rollcall.message;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** What a message says: the part of it that is sealed. */
record MessageText(String subject, String body, String bodyPlain, JsonObject data) {

    /** Reads what {@link #toJson()} wrote. */
    static MessageText of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var text = reader.readObject();
            return new MessageText(
                    text.getString("subject"),
                    text.getString("body"),
                    text.getString("body_plain"),
                    text.getJsonObject("data"));
        }
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("body", body)
                .add("body_plain", bodyPlain)
                .add("data", data)
                .build()
                .toString();
    }

    /** A message holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "MessageText[…]";
    }
}
