package dev.rollcall.template;

import dev.rollcall.json.Json;
import dev.rollcall.page.Payload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * What a message says: the part of it that is sealed.
 *
 * @param from an e-mail's sender before the {@code @}; a text message's number, empty where the channel chooses it
 * @param replyTo where answers go, before the {@code @}; null for the sender
 * @param subject null in a text message
 * @param body the HTML text; null in a text message
 */
public record MessageText(String from, String replyTo, String subject, String body, String bodyPlain, JsonObject data) {

    /** Reads what {@link #toJson()} wrote. */
    public static MessageText of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var text = reader.readObject();
            return new MessageText(
                    text.getString("from", "notifications"), // older rows lack it
                    text.getString("reply_to", null),
                    text.getString("subject", null),
                    text.getString("body", null),
                    text.getString("body_plain"),
                    text.getJsonObject("data"));
        }
    }

    /** The text as it is sealed. */
    public String toJson() {
        return new Payload()
                .add("from", from)
                .add("reply_to", replyTo)
                .add("subject", subject)
                .add("body", body)
                .add("body_plain", bodyPlain)
                .add("data", (JsonValue) data)
                .build()
                .toString();
    }

    /** The one-time code that it carries, or null. */
    public String otpCode() {
        return data.getString("otp_code", null);
    }

    /** A message holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "MessageText[…]";
    }
}
