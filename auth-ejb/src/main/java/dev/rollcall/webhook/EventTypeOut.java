package dev.rollcall.webhook;

import java.time.Instant;
import java.util.Map;

/** An event type as the svix SDK sees it ({@code EventTypeOut}). */
public record EventTypeOut(
        String name,
        String description,
        boolean archived,
        boolean deprecated,
        String groupName,
        Map<String, Object> schemas,
        Instant createdAt,
        Instant updatedAt) {

    /** When the first of them came to be. */
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    static EventTypeOut of(EventType type) {
        var group = type.wire().substring(0, type.wire().indexOf('.'));
        return new EventTypeOut(type.wire(), type.description(), false, false, group, null, EPOCH, EPOCH);
    }
}
