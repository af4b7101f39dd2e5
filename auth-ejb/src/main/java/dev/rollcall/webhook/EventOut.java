package dev.rollcall.webhook;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * An event as the svix SDK sees it ({@code MessageOut}; with status and next attempt, {@code EndpointMessageOut}).
 *
 * @param payload empty where the content is not asked for
 * @param status how it stands with the endpoint that the list is about; null in other lists
 */
public record EventOut(
        String id,
        String eventId,
        String eventType,
        List<String> channels,
        List<String> tags,
        JsonObject payload,
        Instant timestamp,
        Instant deliverAt,
        Integer status,
        String statusText,
        Instant nextAttempt) {

    /** How it stands with one endpoint. */
    EventOut standing(DeliveryStatus standing, Instant next) {
        return new EventOut(
                id,
                eventId,
                eventType,
                channels,
                tags,
                payload,
                timestamp,
                deliverAt,
                standing.number(),
                standing.text(),
                next);
    }

    /** An event holds codes and addresses: it does not print itself. */
    @Override
    public String toString() {
        return "EventOut[" + id + "]";
    }
}
