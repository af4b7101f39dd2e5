package dev.rollcall.job;

import jakarta.json.JsonObject;

/** A dead or cancelled job is tried anew. Fired in the transaction that says so. */
public record JobReplayed(String instanceId, String jobId, String type, JsonObject payload) {}
