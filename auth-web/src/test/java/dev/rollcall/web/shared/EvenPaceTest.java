package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class EvenPaceTest {

    @Property
    void everyAnswerLeavesOnABeat(
            @ForAll @LongRange(max = 10_000_000_000L) long elapsed,
            @ForAll @LongRange(min = 1, max = 1_000_000) long beat) {
        long pause = EvenPace.untilBeat(elapsed, beat);
        assertThat((elapsed + pause) % beat).isZero();
        assertThat(pause).isBetween(1L, beat);
    }

    @Example
    void withoutABeatNobodyWaits() {
        assertThat(EvenPace.untilBeat(123, 0)).isZero();
    }
}
