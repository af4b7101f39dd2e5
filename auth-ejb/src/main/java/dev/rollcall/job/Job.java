package dev.rollcall.job;

import jakarta.json.JsonObject;

/**
 * A job as its handler gets it.
 *
 * @param payload what the one who asked for it gave: ids, never secrets
 * @param attempt counts from 1
 * @param traceId of the request that asked for it; empty where none did
 */
public record Job(
        String instanceId,
        String id,
        String type,
        Priority priority,
        JsonObject payload,
        int attempt,
        String traceId) {}
