package dev.rollcall.channel;

import dev.rollcall.data.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How each server that an instance has named is doing: a few letters at once and no more, and none for a while after several failures in
 * a row. One tenant's dead server neither trips nor fills what the others use.
 */
@ApplicationScoped
class Destinations {

    private static final int AT_ONCE = 4;
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(500);

    private record Doing(int underWay, int failures, Instant restUntil) {}

    private final Map<String, Doing> all = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    /** For the container; tests use {@link #Destinations(Clock)}. */
    Destinations() {}

    Destinations(Clock clock) {
        this.clock = clock;
    }

    /** Takes a place there; where there is none now, how long to wait. Who has a place gives it back by {@link #left}. */
    Optional<Duration> enter(String destination) {
        var wait = new Duration[1];
        all.compute(destination, (name, now) -> {
            var doing = now == null ? new Doing(0, 0, Instant.EPOCH) : now;
            if (clock.real().isBefore(doing.restUntil)) {
                wait[0] = Duration.between(clock.real(), doing.restUntil);
                return doing;
            }
            // after a rest one letter finds out how things are
            int room = doing.failures >= FAILURES ? 1 : AT_ONCE;
            if (doing.underWay >= room) {
                wait[0] = SOON;
                return doing;
            }
            return new Doing(doing.underWay + 1, doing.failures, doing.restUntil);
        });
        return Optional.ofNullable(wait[0]);
    }

    /** Gives the place back, and says whether the server did its work. */
    void left(String destination, boolean worked) {
        all.computeIfPresent(destination, (name, doing) -> {
            int failures = worked ? 0 : doing.failures + 1;
            int underWay = doing.underWay - 1;
            var rest = failures >= FAILURES ? clock.real().plus(REST) : Instant.EPOCH;
            return underWay == 0 && failures == 0 ? null : new Doing(underWay, failures, rest);
        });
    }

    /** Gives the place back unused. */
    void turnedAway(String destination) {
        all.computeIfPresent(
                destination, (name, doing) -> new Doing(doing.underWay - 1, doing.failures, doing.restUntil));
    }

    /** How many are resting now. */
    long resting() {
        return all.values().stream()
                .filter(doing -> clock.real().isBefore(doing.restUntil))
                .count();
    }
}
