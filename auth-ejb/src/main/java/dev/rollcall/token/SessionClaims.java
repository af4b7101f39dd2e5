package dev.rollcall.token;

import dev.rollcall.data.Clock;
import dev.rollcall.json.Json;
import dev.rollcall.session.SessionFacts;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** The claims of a session token, version 2. Ages count in the instance's time, what verifiers compare is the world's. Nothing is put in that the app does not need on every request. */
final class SessionClaims {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final int VERSION = 2;
    private static final int JTI_BYTES = 10;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionClaims() {}

    /** The claims; what the instance wants besides comes first, so that ours stand. */
    static JsonObject of(
            String issuer,
            Subject subject,
            JsonObject wanted,
            Optional<String> origin,
            Clock clock,
            Duration lifetime) {
        // A node whose clock is behind must not issue a token that looks older than the client's last change: apps
        // would
        // send it back forever.
        long issuedAt = Math.max(
                clock.real().getEpochSecond(), subject.clientUpdatedAt().getEpochSecond());
        var ages = SessionFacts.factorVerificationAge(
                subject.actor(), subject.firstFactorAt(), subject.secondFactorAt(), clock.now());
        var claims = Json.createObjectBuilder(wanted);
        origin.ifPresent(azp -> claims.add("azp", azp));
        if (subject.actor() != null) {
            claims.add("act", subject.actor());
        }
        return claims.add("exp", issuedAt + lifetime.toSeconds())
                .add("fva", Json.createArrayBuilder(ages))
                .add("iat", issuedAt)
                .add("iss", issuer)
                .add("jti", id())
                .add("nbf", issuedAt - CLOCK_SKEW.toSeconds())
                .add("sid", subject.sessionId())
                .add("sts", subject.status().wire())
                .add("sub", subject.userId())
                .add("v", VERSION)
                .build();
    }

    /** A fresh {@code jti}. */
    static String id() {
        var bytes = new byte[JTI_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
