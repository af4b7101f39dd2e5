package dev.rollcall.webhook;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** The events that this server raises. Endpoints may ask for others too: what is not raised is not told. */
enum EventType {
    EMAIL_CREATED("email.created", "An e-mail was written; where this server does not deliver it, the app does."),
    SESSION_CREATED("session.created", "A user has signed in."),
    SESSION_ENDED("session.ended", "A user has signed out."),
    SESSION_PENDING("session.pending", "A user has signed in and has something left to do before it counts."),
    SESSION_REMOVED("session.removed", "A session is gone from its client."),
    SESSION_REVOKED("session.revoked", "A session was ended from elsewhere."),
    SMS_CREATED("sms.created", "A text message was written; where this server does not deliver it, the app does."),
    USER_CREATED("user.created", "There is a new user."),
    USER_DELETED("user.deleted", "A user was deleted."),
    USER_UPDATED("user.updated", "Something about a user was changed."),
    WAITLIST_ENTRY_CREATED("waitlistEntry.created", "Somebody has joined the waitlist."),
    WAITLIST_ENTRY_UPDATED(
            "waitlistEntry.updated", "Somebody on the waitlist was invited, rejected, or has signed up.");

    /** One body for each type; people and addresses in them are made up. */
    private static final JsonObject EXAMPLES = examples();

    private final String wire;
    private final String description;

    EventType(String wire, String description) {
        this.wire = wire;
        this.description = description;
    }

    static EventType required(String name) {
        return of(name).orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("eventType")
                .saying("There is no example of this event type."));
    }

    static Optional<EventType> of(String name) {
        return Stream.of(values()).filter(type -> type.wire.equals(name)).findFirst();
    }

    String wire() {
        return wire;
    }

    String description() {
        return description;
    }

    /** The data of an example. */
    JsonObject example() {
        return EXAMPLES.getJsonObject(wire);
    }

    private static JsonObject examples() {
        try (var reader = Json.createReader(EventType.class.getResourceAsStream("examples.json"))) {
            return reader.readObject();
        }
    }
}
