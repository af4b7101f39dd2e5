package dev.rollcall.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What time it is. Every rule about time asks here, so that a test can answer. A development instance may have a test clock: whoever
 * works for it lives that much later.
 */
@ApplicationScoped
public class Clock {

    private static final ThreadLocal<Duration> AHEAD = new ThreadLocal<>();

    /** Now, in whole milliseconds, as the wire and the database keep it: the time of the instance that this thread works for. */
    public Instant now() {
        var ahead = AHEAD.get();
        return ahead == null ? real() : real().plus(ahead);
    }

    /**
     * Now in the world, whatever the instance's clock says: for what leaves this server (signed tokens, webhooks), what belongs to the
     * server (keys, jobs), and what keeps others off (rate limits, the audit log).
     */
    public Instant real() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** This thread works, until {@link #back}, for an instance whose time is so far ahead. */
    public static void ahead(Duration time) {
        if (time.isZero()) {
            AHEAD.remove();
        } else {
            AHEAD.set(time);
        }
    }

    /** This thread works for no instance any more. */
    public static void back() {
        AHEAD.remove();
    }
}
