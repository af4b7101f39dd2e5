package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.channel.Destinations.Visit;
import dev.rollcall.data.FixedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DestinationsTest {

    private static final String DEAD = "mail.dead.example:587";
    private static final String WELL = "mail.well.example:587";

    private final FixedClock clock = new FixedClock();
    private final Destinations destinations = new Destinations(clock);
    private int letters;

    @Test
    void takesFourLettersAtOnceForOneServer() {
        var first = letter("one", WELL);
        assertThat(destinations.enter(first)).isEmpty();
        for (var instance : new String[] {"one", "two", "two"}) {
            assertThat(destinations.enter(letter(instance, WELL))).isEmpty();
        }
        assertThat(destinations.enter(letter("three", WELL))).isPresent();
        destinations.left(first, true);
        assertThat(destinations.enter(letter("three", WELL))).isEmpty();
    }

    @Test
    void oneTenantsDeadServerStopsNobodyElse() {
        fail("one", 3);
        assertThat(destinations.enter(letter("one", DEAD))).contains(Duration.ofSeconds(30));
        assertThat(destinations.enter(letter("two", WELL))).isEmpty();
        assertThat(destinations.resting()).isEqualTo(1);
    }

    /** A wrong password of one tenant at a relay is no reason to keep another's mail from it. */
    @Test
    void attackTwoTenantsAtOneRelayStopEachOther() {
        fail("one", 3);
        assertThat(destinations.enter(letter("two", DEAD))).isEmpty();
    }

    @Test
    void afterARestOneLetterFindsOutHowThingsAre() {
        fail("one", 3);
        clock.pass(Duration.ofSeconds(30));
        var second = letter("one", DEAD);
        assertThat(destinations.enter(second)).isEmpty();
        assertThat(destinations.enter(letter("one", DEAD))).isPresent();
        destinations.left(second, false);
        assertThat(destinations.enter(letter("one", DEAD))).contains(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        var third = letter("one", DEAD);
        assertThat(destinations.enter(third)).isEmpty();
        destinations.left(third, true);
        assertThat(destinations.enter(letter("one", DEAD))).isEmpty();
        assertThat(destinations.enter(letter("one", DEAD))).isEmpty();
        assertThat(destinations.resting()).isZero();
    }

    @Test
    void theLetterThatFailedLastIsNotTheFirstToFindOut() {
        var last = fail("one", 3);
        clock.pass(Duration.ofSeconds(30));
        assertThat(destinations.enter(last)).contains(Duration.ofSeconds(5));
        var other = letter("one", DEAD);
        assertThat(destinations.enter(other)).isEmpty();
        destinations.turnedAway(other);
        clock.pass(Duration.ofSeconds(5));
        assertThat(destinations.enter(last)).as("there is no other one").isEmpty();
    }

    @Test
    void oneLetterAloneStopsNoServer() {
        var bad = letter("one", DEAD);
        for (int i = 0; i < 5; i++) {
            assertThat(destinations.enter(bad)).isEmpty();
            destinations.left(bad, false);
        }
        assertThat(destinations.enter(letter("one", DEAD))).isEmpty();
    }

    @Test
    void anotherServerIsTriedAtOnce() {
        fail("one", 3);
        assertThat(destinations.enter(letter("one", WELL))).isEmpty();
    }

    private Visit letter(String account, String destination) {
        letters++;
        return new Visit(account, destination, "msg_" + letters);
    }

    private Visit fail(String account, int times) {
        Visit last = null;
        for (int i = 0; i < times; i++) {
            last = letter(account, DEAD);
            assertThat(destinations.enter(last)).isEmpty();
            destinations.left(last, false);
        }
        return last;
    }
}
