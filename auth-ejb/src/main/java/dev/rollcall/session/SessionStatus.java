package dev.rollcall.session;

/** What became of a session. */
public enum SessionStatus {
    ACTIVE,
    PENDING,
    ENDED,
    EXPIRED,
    REMOVED,
    REPLACED,
    REVOKED,
    ABANDONED
}
