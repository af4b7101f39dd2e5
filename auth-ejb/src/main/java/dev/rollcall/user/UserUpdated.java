package dev.rollcall.user;

/** Something that a user's view shows was changed by somebody. Fired in the transaction that changes it; using an account is no change. */
public record UserUpdated(String instanceId, String userId) {}
