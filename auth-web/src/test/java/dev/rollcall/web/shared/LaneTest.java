package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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
}
