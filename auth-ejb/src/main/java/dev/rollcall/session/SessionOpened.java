package dev.rollcall.session;

/** A user has signed in. Fired in the transaction that opens the session. */
public record SessionOpened(String instanceId, String sessionId, String userId) {}
