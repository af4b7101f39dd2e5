package dev.rollcall.job;

import jakarta.json.JsonObject;

/** An operator has called a job off: what it was about will not happen by itself. Fired in the transaction that says so. */
public record JobCancelled(String instanceId, String jobId, String type, JsonObject payload) {}
