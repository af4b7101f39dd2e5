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
 * little for one that answers quickly, and go away from one that does not: it must not keep what others could use. Nor must an instance
 * with many endpoints that hang.
 */
@ApplicationScoped
class Flights {

    static final int MOST = 20;

    private static final int MOST_WAITING = 100;

    /** For all endpoints of an instance together: half of what a node has for webhooks. */
    static final int MOST_OF_INSTANCE = 200;

    /** Who waits leaves that much for the instance's other endpoints. */
    private static final int LEFT_FOR_OTHERS = 80;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Load> loads = new HashMap<>();

    /** What one instance has under way or waiting. It is gone when that is nothing. */
    private static final class Load {
        private int held;
        private int turnedAway;
    }

    /** The requests to one endpoint. It is gone when nothing is under way there. */
    private static final class Lane {
        private final String instanceId;
        private int underWay;
        private boolean quick = true;
        private int turnedAway;
        private final Queue<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();

        Lane(String instanceId) {
            this.instanceId = instanceId;
        }
    }

    /** Asks for a place; true when it is there, false when the lane is full. Whoever gets one gives it back by {@link #landed}. */
    synchronized CompletableFuture<Boolean> start(String instanceId, String endpointId) {
        var load = loads.get(instanceId);
        if (load != null && load.held >= MOST_OF_INSTANCE) {
            load.turnedAway++;
            return CompletableFuture.completedFuture(false);
        }
        var lane = lanes.computeIfAbsent(endpointId, id -> new Lane(instanceId));
        if (lane.underWay < MOST) {
            lane.underWay++;
            count(instanceId, 1);
            return CompletableFuture.completedFuture(true);
        }
        boolean room =
                lane.waiting.size() < MOST_WAITING && loads.get(instanceId).held < MOST_OF_INSTANCE - LEFT_FOR_OTHERS;
        if (!lane.quick || !room) {
            lane.turnedAway++;
            return CompletableFuture.completedFuture(false);
        }
        var place = new CompletableFuture<Boolean>();
        lane.waiting.add(place);
        count(instanceId, 1);
        return place;
    }

    /**
     * When one that was turned away may come again: the more there are, the later, so that a long queue before a dead endpoint does not
     * keep the server busy with asking. Not all come at once.
     */
    synchronized Duration pause(String instanceId, String endpointId) {
        var lane = lanes.get(endpointId);
        var load = loads.get(instanceId);
        int turnedAway = Math.max(lane == null ? 0 : lane.turnedAway, load == null ? 0 : load.turnedAway);
        long longest = Math.min(LONGEST_PAUSE.toMillis(), turnedAway * 100L);
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
            count(lane.instanceId, -1 - (quick ? 0 : next.size()));
            if (quick && loads.containsKey(lane.instanceId)) {
                loads.get(lane.instanceId).turnedAway = 0;
            }
            if (lane.underWay == 0 && lane.waiting.isEmpty()) {
                lanes.remove(endpointId);
            }
        }
        next.forEach(place -> place.complete(quick));
    }

    private void count(String instanceId, int change) {
        var load = loads.computeIfAbsent(instanceId, id -> new Load());
        load.held += change;
        if (load.held == 0) {
            loads.remove(instanceId);
        }
    }

    private static List<CompletableFuture<Boolean>> nextOf(Lane lane) {
        var first = lane.waiting.poll();
        return first == null ? List.of() : List.of(first);
    }
}
