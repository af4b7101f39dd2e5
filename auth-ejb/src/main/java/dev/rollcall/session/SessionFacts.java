package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a session.
 *
 * @param status what it is now, whether or not that has been written down
 * @param secondFactorAt null for never
 * @param tasks what it waits for while it is pending
 * @param ipAddress where it began; null where that is unknown, as is the user agent
 * @param actor who acts as the user; null for the user
 */
public record SessionFacts(
        ClientRef client,
        String id,
        String userId,
        SessionStatus status,
        Instant firstFactorAt,
        Instant secondFactorAt,
        List<SessionTask> tasks,
        String ipAddress,
        String userAgent,
        JsonObject actor,
        Instant expireAt,
        Instant abandonAt,
        Instant lastActiveAt,
        Instant createdAt,
        Instant updatedAt) {

    private static final int NEVER = -1;

    /** The minutes since each factor was verified, as {@code fva} and {@code factor_verification_age}; -1 is never. */
    public List<Integer> factorVerificationAge(Instant now) {
        return factorVerificationAge(actor, firstFactorAt, secondFactorAt, now);
    }

    /** The same for factors verified at these times. Whoever acts as the user has proved none of the user's. */
    public static List<Integer> factorVerificationAge(JsonObject actor, Instant first, Instant second, Instant now) {
        return actor == null ? List.of(minutes(first, now), minutes(second, now)) : List.of(NEVER, NEVER);
    }

    /** The same, last used then. */
    SessionFacts lastActive(Instant at) {
        return new SessionFacts(
                client,
                id,
                userId,
                status,
                firstFactorAt,
                secondFactorAt,
                tasks,
                ipAddress,
                userAgent,
                actor,
                expireAt,
                abandonAt,
                at,
                createdAt,
                updatedAt);
    }

    private static int minutes(Instant verified, Instant now) {
        return verified == null
                ? NEVER
                : (int) Math.max(0, Duration.between(verified, now).toMinutes());
    }
}
