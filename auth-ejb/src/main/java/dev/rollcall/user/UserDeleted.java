package dev.rollcall.user;

/** A user is gone, with everything that belonged to them. Fired in the transaction that deletes. */
public record UserDeleted(String instanceId, String userId) {}
