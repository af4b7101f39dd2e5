package dev.rollcall.webhook;

import jakarta.json.JsonObject;
import java.time.Instant;

/** An instance as the svix SDK sees it ({@code ApplicationOut}). */
public record ApplicationOut(
        String id, String uid, String name, JsonObject metadata, Instant createdAt, Instant updatedAt) {}
