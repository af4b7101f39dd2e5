package dev.rollcall.channel;

import dev.rollcall.data.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the servers are doing that instances have named: a few letters at once for each server and no more, and none of an instance's for a
 * while after several of them have failed in a row. One tenant's dead server neither trips nor fills what the others use, nor does a wrong
 * password of theirs at a server that they share.
 */
@ApplicationScoped
class Destinations {

    private static final int AT_ONCE = 4;
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration OTHERS_FIRST = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(500);

    /**
     * A letter on its way.
     *
     * @param account whose channel it is
     * @param destination the server, as {@code host:port}
     */
    record Visit(String account, String destination, String letterId) {}

    /** @param lastFailed the letter: it may be why */
    private record Failing(String destination, int letters, String lastFailed, Instant restUntil, boolean findingOut) {

        boolean isStopped() {
            return letters >= FAILURES;
        }
    }

    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Failing> failing = new HashMap<>();

    @Inject
    private Clock clock;

    /** For the container; tests use {@link #Destinations(Clock)}. */
    Destinations() {}

    Destinations(Clock clock) {
        this.clock = clock;
    }

    /** Takes a place there; where there is none now, how long to wait. Who has a place gives it back by {@link #left}. */
    synchronized Optional<Duration> enter(Visit visit) {
        var now = clock.real();
        var stopped = failing(visit).filter(Failing::isStopped);
        if (stopped.isPresent()) {
            // after a rest one letter finds out how things are, another one than the last if there is one
            var its = stopped.get();
            var from = its.lastFailed.equals(visit.letterId) ? its.restUntil.plus(OTHERS_FIRST) : its.restUntil;
            if (now.isBefore(from)) {
                return Optional.of(Duration.between(now, from));
            }
            if (its.findingOut) {
                return Optional.of(SOON);
            }
        }
        if (underWay.getOrDefault(visit.destination, 0) >= AT_ONCE) {
            return Optional.of(SOON);
        }
        underWay.merge(visit.destination, 1, Integer::sum);
        stopped.ifPresent(its -> failing.put(
                visit.account, new Failing(its.destination, its.letters, its.lastFailed, its.restUntil, true)));
        return Optional.empty();
    }

    /** Gives the place back, and says whether the server did its work. */
    synchronized void left(Visit visit, boolean worked) {
        giveBack(visit);
        if (worked) {
            failing.remove(visit.account);
            return;
        }
        var before = failing(visit);
        boolean again =
                before.filter(its -> its.lastFailed.equals(visit.letterId)).isPresent();
        int letters = before.map(Failing::letters).orElse(0) + (again ? 0 : 1);
        var rest = letters >= FAILURES ? clock.real().plus(REST) : Instant.EPOCH;
        failing.put(visit.account, new Failing(visit.destination, letters, visit.letterId, rest, false));
    }

    /** Gives the place back unused. */
    synchronized void turnedAway(Visit visit) {
        giveBack(visit);
        failing(visit)
                .ifPresent(its -> failing.put(
                        visit.account,
                        new Failing(its.destination, its.letters, its.lastFailed, its.restUntil, false)));
    }

    /** For how many instances a server is resting now. */
    synchronized long resting() {
        return failing.values().stream()
                .filter(its -> clock.real().isBefore(its.restUntil))
                .count();
    }

    /** What is known of the server that the account names now; a new one begins anew. */
    private Optional<Failing> failing(Visit visit) {
        return Optional.ofNullable(failing.get(visit.account)).filter(its -> its.destination.equals(visit.destination));
    }

    private void giveBack(Visit visit) {
        underWay.computeIfPresent(visit.destination, (name, letters) -> letters == 1 ? null : letters - 1);
    }
}
