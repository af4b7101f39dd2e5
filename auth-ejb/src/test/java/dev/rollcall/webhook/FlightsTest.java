package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final Flights flights = new Flights();

    @Test
    void aHungEndpointKeepsTwentyAndTurnsAwayTheRest() {
        fill();
        flights.landed("ep_1", SLOW);
        assertThat(flights.start("ep_1")).isCompletedWithValue(true);
        assertThat(flights.start("ep_1")).isCompletedWithValue(false);
    }

    @Test
    void thoseWhoWaitForAnEndpointThatHangsAreSentAway() {
        fill();
        var waiting = flights.start("ep_1");
        assertThat(waiting).isNotDone();
        flights.landed("ep_1", SLOW);
        assertThat(waiting).isCompletedWithValue(false);
    }

    @Test
    void aQuickEndpointTakesThemOneAfterTheOther() {
        fill();
        var first = flights.start("ep_1");
        var second = flights.start("ep_1");
        flights.landed("ep_1", QUICK);
        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isNotDone();
    }

    @Test
    void oneEndpointDoesNotHoldUpAnother() {
        fill();
        assertThat(flights.start("ep_2")).isCompletedWithValue(true);
    }

    @Test
    void everyPlaceComesBack() {
        for (int round = 0; round < 3; round++) {
            fill();
            IntStream.range(0, Flights.MOST).forEach(n -> flights.landed("ep_1", QUICK));
        }
        assertThat(flights.start("ep_1")).isCompletedWithValue(true);
    }

    private void fill() {
        IntStream.range(0, Flights.MOST)
                .forEach(n -> assertThat(flights.start("ep_1")).isCompletedWithValue(true));
    }
}
