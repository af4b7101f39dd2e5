package dev.rollcall.session;

/**
 * Somebody has ended a session; one that time ends is not told of. Fired in the transaction that closes it.
 *
 * @param status how it ended
 */
public record SessionClosed(String instanceId, String sessionId, String userId, SessionStatus status) {}
