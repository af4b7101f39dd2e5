package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void whoFindsNoPlaceEvenToWaitIsTurnedAwayAtOnce() {
        var lane = new Lane("test", 1, 0, Duration.ofHours(1));
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
        lane.leave();
        assertThat(lane.enter()).isTrue();
    }

    @Test
    void whoWaitsGetsInWhenAnotherLeaves() throws Exception {
        var lane = new Lane("test", 1, 1, Duration.ofHours(1));
        assertThat(lane.enter()).isTrue();
        var waiting = new FutureTask<>(lane::enter);
        var another = new Thread(waiting);
        another.start();
        while (another.isAlive() && another.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(waiting.isDone()).as("waits").isFalse();
        lane.leave();
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void whoHasWaitedInVainLeavesThePlaceToOthers() {
        var lane = new Lane("test", 1, 1, Duration.ofMillis(1));
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
        lane.leave();
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
    }

    @Test
    void aNetworkThatHasItsPartLeavesTheRestToOthers() {
        var all = new Lane("all", 4, 0, Duration.ofHours(1));
        var parts = new LanesByNetwork(() -> new Lane("part", 2, 0, Duration.ofHours(1)));
        var one = parts.of("203.0.113.7").then(all);
        var another = parts.of("198.51.100.1").then(all);
        assertThat(Stream.of(one, one, one).map(Way::enter)).containsExactly(true, true, false);
        assertThat(Stream.of(another, another, another).map(Way::enter)).containsExactly(true, true, false);
        one.leave();
        assertThat(one.enter()).isTrue();
    }

    @Test
    void whoFindsNoRoomFurtherOnHoldsNone() {
        var part = new Lane("part", 1, 0, Duration.ofHours(1));
        var full = new Lane("full", 0, 0, Duration.ofHours(1));
        assertThat(part.then(full).enter()).isFalse();
        assertThat(part.enter()).isTrue();
    }
}
