package dev.rollcall.webhook;

import java.time.Instant;

/** Work that goes on after the answer ({@code RecoverOut}, {@code ReplayOut}); its id is that of the first job. */
public record TaskOut(String id, String status, String task, Instant updatedAt) {}
