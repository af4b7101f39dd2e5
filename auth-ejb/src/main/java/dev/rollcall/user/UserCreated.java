package dev.rollcall.user;

/** There is a new user. Fired in the transaction that makes it, before it has all of its identifications. */
public record UserCreated(String instanceId, String userId) {}
