package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.data.FixedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DestinationsTest {

    private static final String DEAD = "mail.dead.example:587";
    private static final String WELL = "mail.well.example:587";

    private final FixedClock clock = new FixedClock();
    private final Destinations destinations = new Destinations(clock);

    @Test
    void takesFourLettersAtOnceForOneServer() {
        for (int i = 0; i < 4; i++) {
            assertThat(destinations.enter(WELL)).isEmpty();
        }
        assertThat(destinations.enter(WELL)).isPresent();
        destinations.left(WELL, true);
        assertThat(destinations.enter(WELL)).isEmpty();
    }

    @Test
    void oneTenantsDeadServerStopsNobodyElse() {
        fail(3);
        assertThat(destinations.enter(DEAD)).contains(Duration.ofSeconds(30));
        assertThat(destinations.enter(WELL)).isEmpty();
        assertThat(destinations.resting()).isEqualTo(1);
    }

    @Test
    void afterARestOneLetterFindsOutHowThingsAre() {
        fail(3);
        clock.pass(Duration.ofSeconds(30));
        assertThat(destinations.enter(DEAD)).isEmpty();
        assertThat(destinations.enter(DEAD)).isPresent();
        destinations.left(DEAD, false);
        assertThat(destinations.enter(DEAD)).contains(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        assertThat(destinations.enter(DEAD)).isEmpty();
        destinations.left(DEAD, true);
        assertThat(destinations.enter(DEAD)).isEmpty();
        assertThat(destinations.enter(DEAD)).isEmpty();
        assertThat(destinations.resting()).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(destinations.enter(DEAD)).isEmpty();
            destinations.left(DEAD, false);
        }
    }
}
