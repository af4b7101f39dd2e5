package dev.rollcall.session;

import java.util.Locale;

/** What has become of a session. Every way a session can go is on this page; change it here and nowhere else. */
public enum SessionStatus {
    /** Signed in. */
    ACTIVE,
    /** Signed in, with something left to do before the app counts it. */
    PENDING,
    /** Signed out. */
    ENDED,
    /** Its lifetime is over. */
    EXPIRED,
    /** Signed out and gone from its client. */
    REMOVED,
    /** Somebody else signed in at a client that holds one session. */
    REPLACED,
    /** Signed out from elsewhere: another device, the app's server, a changed password. */
    REVOKED,
    /** Not used for longer than the instance allows. */
    ABANDONED;

    /**
     * What a session becomes that is asked to become {@code next}. What is over stays the way it ended, but may still be put
     * away.
     */
    SessionStatus then(SessionStatus next) {
        return switch (this) {
            case ACTIVE, PENDING -> next;
            case ENDED, EXPIRED, ABANDONED -> next == REMOVED ? REMOVED : this;
            case REMOVED, REPLACED, REVOKED -> this;
        };
    }

    /** Whether somebody is signed in. */
    public boolean isLive() {
        return switch (this) {
            case ACTIVE, PENDING -> true;
            case ENDED, EXPIRED, REMOVED, REPLACED, REVOKED, ABANDONED -> false;
        };
    }

    /** As the Backend API and the tokens write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the Frontend API writes it, which knows no replaced sessions. */
    public String frontendWire() {
        return this == REPLACED ? REMOVED.wire() : wire();
    }
}
