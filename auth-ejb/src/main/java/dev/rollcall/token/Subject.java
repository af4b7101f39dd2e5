package dev.rollcall.token;

import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionStatus;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * What a session token speaks of.
 *
 * @param secondFactorAt null for never
 * @param clientUpdatedAt when who is signed in at the client last changed; no token may be older
 * @param actor who acts as the user; null for the user
 */
record Subject(
        String sessionId,
        String userId,
        SessionStatus status,
        Instant firstFactorAt,
        Instant secondFactorAt,
        Instant clientUpdatedAt,
        JsonObject actor) {

    static Subject of(SessionFacts session, Instant clientUpdatedAt) {
        return new Subject(
                session.id(),
                session.userId(),
                session.status(),
                session.firstFactorAt(),
                session.secondFactorAt(),
                clientUpdatedAt,
                session.actor());
    }
}
