package dev.rollcall.webhook;

import dev.rollcall.json.Json;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;

/**
 * What whoever holds a portal token sees of an event, and every endpoint that they have set up. Letters and text messages carry codes and links that let their reader in as
 * somebody else; so of those it sees to whom and how they went, and not what they say.
 */
final class PortalSight {

    private static final Set<String> MESSAGES = Set.of(EventType.EMAIL_CREATED.wire(), EventType.SMS_CREATED.wire());
    private static final Set<String> SHOWN = Set.of(
            "id",
            "object",
            "slug",
            "from_email_name",
            "reply_to_email_name",
            "to_email_address",
            "email_address_id",
            "from_phone_number",
            "to_phone_number",
            "phone_number_id",
            "user_id",
            "status",
            "delivered_by_clerk",
            "created_at",
            "created_at_ms");
    private static final String REDACTED = "[redacted]";

    private PortalSight() {}

    /** Whether the request at hand came with a portal token. */
    static boolean isNarrow() {
        return Cause.current()
                .filter(cause -> cause.actor().type().equals(Actor.portal("").type()))
                .isPresent();
    }

    /** Whether such an event tells of a letter or a text message. */
    static boolean isMessage(String eventType) {
        return MESSAGES.contains(eventType);
    }

    /** Whether the contents of such an event are kept from the request at hand. */
    static boolean hides(String eventType) {
        return isMessage(eventType) && isNarrow();
    }

    /** An event's payload as the request at hand may see it. */
    static JsonObject of(String eventType, JsonObject payload) {
        return hides(eventType) ? redacted(payload) : payload;
    }

    /** A message's event without what the message says. */
    static JsonObject redacted(JsonObject payload) {
        if (!(payload.get("data") instanceof JsonObject message)) {
            return JsonValue.EMPTY_JSON_OBJECT; // an app's own event under that name
        }
        var seen = Json.createObjectBuilder();
        message.forEach((name, value) -> {
            if (SHOWN.contains(name)) {
                seen.add(name, value);
            } else if (value instanceof JsonObject) {
                seen.add(name, JsonValue.EMPTY_JSON_OBJECT);
            } else {
                seen.add(name, REDACTED);
            }
        });
        return Json.createObjectBuilder(payload).add("data", seen).build();
    }
}
