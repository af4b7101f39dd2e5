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
        assertThat(flights.start("ins_1", "ep_1")).isCompletedWithValue(true);
        assertThat(flights.start("ins_1", "ep_1")).isCompletedWithValue(false);
    }

    @Test
    void thoseWhoWaitForAnEndpointThatHangsAreSentAway() {
        fill();
        var waiting = flights.start("ins_1", "ep_1");
        assertThat(waiting).isNotDone();
        flights.landed("ep_1", SLOW);
        assertThat(waiting).isCompletedWithValue(false);
    }

    @Test
    void aQuickEndpointTakesThemOneAfterTheOther() {
        fill();
        var first = flights.start("ins_1", "ep_1");
        var second = flights.start("ins_1", "ep_1");
        flights.landed("ep_1", QUICK);
        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isNotDone();
    }

    @Test
    void oneEndpointDoesNotHoldUpAnother() {
        fill();
        assertThat(flights.start("ins_1", "ep_2")).isCompletedWithValue(true);
    }

    @Test
    void everyPlaceComesBack() {
        for (int round = 0; round < 3; round++) {
            fill();
            IntStream.range(0, Flights.MOST).forEach(n -> flights.landed("ep_1", QUICK));
        }
        assertThat(flights.start("ins_1", "ep_1")).isCompletedWithValue(true);
    }

    /** Starvation: an instance has many endpoints and none of them answers. */
    @Test
    void manyHungEndpointsOfOneInstanceLeaveRoomForOthers() {
        long held = IntStream.range(0, 50 * Flights.MOST)
                .mapToObj(n -> flights.start("ins_1", "ep_" + n % 50))
                .filter(place -> !place.isDone() || place.join())
                .count();
        assertThat(held).isEqualTo(Flights.MOST_OF_INSTANCE);
        assertThat(flights.start("ins_2", "ep_of_2")).isCompletedWithValue(true);
    }

    @Test
    void oneHungEndpointLeavesRoomForTheOthersOfItsInstance() {
        long held = IntStream.range(0, 1000)
                .mapToObj(n -> flights.start("ins_1", "ep_1"))
                .filter(place -> !place.isDone() || place.join())
                .count();
        assertThat(held).isLessThan(Flights.MOST_OF_INSTANCE);
        assertThat(flights.start("ins_1", "ep_2")).isCompletedWithValue(true);
    }

    @Test
    void whatAnInstanceHeldComesBack() {
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, Flights.MOST_OF_INSTANCE)
                    .forEach(n -> assertThat(flights.start("ins_1", "ep_" + n)).isCompletedWithValue(true));
            assertThat(flights.start("ins_1", "ep_x")).isCompletedWithValue(false);
            var took = round == 0 ? SLOW : QUICK;
            IntStream.range(0, Flights.MOST_OF_INSTANCE).forEach(n -> flights.landed("ep_" + n, took));
        }
        assertThat(flights.start("ins_1", "ep_x")).isCompletedWithValue(true);
    }

    private void fill() {
        IntStream.range(0, Flights.MOST)
                .forEach(n -> assertThat(flights.start("ins_1", "ep_1")).isCompletedWithValue(true));
    }
}
