package dev.rollcall.token;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Refresh tokens: with one, an app's server gets a fresh session token without sending the browser around. A token is bound to
 * its instance, its session and the app's origin, so nothing is stored: it dies with its session, or a week after it was given.
 */
@ApplicationScoped
class RefreshTokens {

    static final Duration LIFETIME = Duration.ofDays(7);

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** For the container; tests use {@link #RefreshTokens(Sealer, Clock)}. */
    RefreshTokens() {}

    RefreshTokens(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    String create(Instance instance, String sessionId, String origin) {
        var expiry = Long.toString(clock.now().plus(LIFETIME).getEpochSecond());
        return expiry + "." + sealer.mac(context(instance), message(sessionId, origin, expiry));
    }

    /** Refuses a token that is not of this session and origin, or is too old. */
    void check(Instance instance, String sessionId, String origin, String token) {
        int dot = token.indexOf('.');
        var expiry = dot < 0 ? "" : token.substring(0, dot);
        if (!sealer.isMac(context(instance), message(sessionId, origin, expiry), token.substring(dot + 1))) {
            throw TokenProblem.REFRESH_TOKEN_INVALID.refusal();
        }
        if (!clock.now().isBefore(Instant.ofEpochSecond(Long.parseLong(expiry)))) {
            throw TokenProblem.REFRESH_TOKEN_EXPIRED.refusal();
        }
    }

    private static String context(Instance instance) {
        return "refresh_token/" + instance.id();
    }

    private static String message(String sessionId, String origin, String expiry) {
        return String.join("\n", sessionId, origin, expiry);
    }
}
