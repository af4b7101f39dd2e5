package dev.rollcall.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many requests are under way to each endpoint. A few at once are enough for one that answers; those that come too many wait a
 * little for one that answers quickly, and go away from one that does not: it must not keep what others could use.
 */
@ApplicationScoped
class Flights {

    static final int MOST = 20;

    private static final int MOST_WAITING = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final Map<String, Lane> lanes = new HashMap<>();

    /** The requests to one endpoint. It is gone when nothing is under way there. */
    private static final class Lane {
        private int underWay;
        private boolean quick = true;
        private int turnedAway;
        private final Queue<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
    }

    /** Asks for a place; true when it is there, false when the lane is full. Whoever gets one gives it back by {@link #landed}. */
    synchronized CompletableFuture<Boolean> start(String endpointId) {
        var lane = lanes.computeIfAbsent(endpointId, id -> new Lane());
        if (lane.underWay < MOST) {
            lane.underWay++;
            return CompletableFuture.completedFuture(true);
        }
        if (!lane.quick || lane.waiting.size() >= MOST_WAITING) {
            lane.turnedAway++;
            return CompletableFuture.completedFuture(false);
        }
        var place = new CompletableFuture<Boolean>();
        lane.waiting.add(place);
        return place;
    }

    /**
     * When one that was turned away may come again: the more there are, the later, so that a long queue before a dead endpoint does not
     * keep the server busy with asking. Not all come at once.
     */
    synchronized Duration pause(String endpointId) {
        var lane = lanes.get(endpointId);
        long longest = lane == null ? 0 : Math.min(LONGEST_PAUSE.toMillis(), lane.turnedAway * 100L);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 4_000 + longest));
    }

    /** A request is over: the place is free, and how long it took says whether waiting for one makes sense. */
    void landed(String endpointId, Duration took) {
        List<CompletableFuture<Boolean>> next;
        boolean quick = took.compareTo(QUICK) < 0;
        synchronized (this) {
            var lane = lanes.get(endpointId);
            lane.quick = quick;
            lane.turnedAway = quick ? 0 : lane.turnedAway;
            next = quick ? nextOf(lane) : List.copyOf(lane.waiting);
            if (!quick) {
                lane.waiting.clear();
            }
            if (!quick || next.isEmpty()) {
                lane.underWay--; // else the place is handed on
            }
            if (lane.underWay == 0 && lane.waiting.isEmpty()) {
                lanes.remove(endpointId);
            }
        }
        next.forEach(place -> place.complete(quick));
    }

    private static List<CompletableFuture<Boolean>> nextOf(Lane lane) {
        var first = lane.waiting.poll();
        return first == null ? List.of() : List.of(first);
    }
}
