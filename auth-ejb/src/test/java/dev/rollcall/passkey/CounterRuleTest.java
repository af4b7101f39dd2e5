package dev.rollcall.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A passkey whose counter did not grow is not refused for ever, unless the operator wants it so. */
class CounterRuleTest {

    @ParameterizedTest(name = "kept {0}, shown {1}: grew {2}, must grow {3}, must not shrink {4}, any {5}")
    @CsvSource({
        "0, 0,  true, true,  true,  true",
        "0, 1,  true, true,  true,  true",
        "5, 6,  true, true,  true,  true",
        "5, 5, false, false, true,  true",
        "5, 0, false, false, true,  true",
        "5, 4, false, false, false, true",
    })
    void isJudgedByTheRule(long kept, long shown, boolean grew, boolean mustGrow, boolean mustNotShrink, boolean any) {
        assertThat(CounterRule.grew(kept, shown)).isEqualTo(grew);
        assertThat(CounterRule.of("must_grow").admits(kept, shown)).isEqualTo(mustGrow);
        assertThat(CounterRule.of("must_not_shrink").admits(kept, shown)).isEqualTo(mustNotShrink);
        assertThat(CounterRule.of("any").admits(kept, shown)).isEqualTo(any);
    }
}
