package dev.rollcall.identifier;

/** What names a user was changed: claimed, challenged, proved, renamed or taken away. Fired in the transaction that changes it. */
public record IdentificationChanged(String instanceId, String userId) {}
