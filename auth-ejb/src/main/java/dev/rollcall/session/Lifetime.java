package dev.rollcall.session;

import dev.rollcall.instance.InstanceSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives: from its beginning, and from when it was last used.
 *
 * @param inactivity how long it may go unused; zero is for as long as it lives
 */
record Lifetime(Duration total, Duration inactivity) {

    /** Where inactivity does not end a session, it counts as abandoned this long after it expired. */
    private static final Duration GRACE = Duration.ofDays(30);

    static Lifetime of(InstanceSettings settings) {
        var session = settings.session();
        return new Lifetime(
                Duration.ofSeconds(session.lifetimeSeconds()), Duration.ofSeconds(session.inactivityTimeoutSeconds()));
    }

    Instant expiry(Instant created) {
        return created.plus(total);
    }

    Instant abandonment(Instant expiry, Instant lastActive) {
        return inactivity.isZero() ? expiry.plus(GRACE) : lastActive.plus(inactivity);
    }
}
