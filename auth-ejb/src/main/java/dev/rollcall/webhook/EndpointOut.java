package dev.rollcall.webhook;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * An endpoint as the svix SDK sees it ({@code EndpointOut}), and three things more.
 *
 * @param disabledFor why the server disabled it; null if its owner did, or nobody
 * @param messagesRedacted true where letters and text messages are sent without what they say ({@link PortalSight}); else left out
 * @param failingSince the first failure after the last success
 */
public record EndpointOut(
        String id,
        String uid,
        String url,
        String description,
        boolean disabled,
        String disabledFor,
        List<String> filterTypes,
        List<String> channels,
        JsonObject metadata,
        Integer rateLimit,
        Integer throttleRate,
        int version,
        @JsonbNillable(false) Boolean messagesRedacted,
        Instant failingSince,
        Instant createdAt,
        Instant updatedAt) {}
