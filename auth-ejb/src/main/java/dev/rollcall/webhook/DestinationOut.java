package dev.rollcall.webhook;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** An endpoint and how one event stands with it ({@code MessageEndpointOut}). */
public record DestinationOut(
        String id,
        String uid,
        String url,
        String description,
        boolean disabled,
        List<String> filterTypes,
        List<String> channels,
        JsonObject metadata,
        int version,
        Instant createdAt,
        Instant updatedAt,
        int status,
        String statusText,
        Instant nextAttempt) {

    static DestinationOut of(EndpointOut endpoint, Delivery delivery) {
        return new DestinationOut(
                endpoint.id(),
                endpoint.uid(),
                endpoint.url(),
                endpoint.description(),
                endpoint.disabled(),
                endpoint.filterTypes(),
                endpoint.channels(),
                endpoint.metadata(),
                endpoint.version(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                delivery.status().number(),
                delivery.status().text(),
                delivery.nextAttemptAt());
    }
}
