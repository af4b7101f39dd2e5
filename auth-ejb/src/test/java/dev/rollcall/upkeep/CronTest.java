package dev.rollcall.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CronTest {

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource({
        "*/15 * * * *, 2026-03-01T12:00:00.500Z, 2026-03-01T12:15:00Z",
        "41 3 * * *,   2026-03-01T12:00:00Z,     2026-03-02T03:41:00Z",
        "0 0 29 2 *,   2026-03-01T12:00:00Z,     2028-02-29T00:00:00Z",
    })
    void saysWhenItIsDueNext(String cron, Instant now, Instant next) {
        assertThat(Cron.of(cron, "X").after(now)).contains(next);
    }

    @Test
    void isNeverDueWhenOff() {
        assertThat(Cron.of("OFF", "X").after(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"every day", "* * * *", "61 * * * *", "0 0 12 * * ?"})
    void refusesWhatIsNoExpressionByTheNameOfItsVariable(String cron) {
        assertThatThrownBy(() -> Cron.of(cron, "ROLLCALL_SCHEDULE_CLEANUP"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROLLCALL_SCHEDULE_CLEANUP");
    }

    @ParameterizedTest
    @EnumSource(Routine.class)
    void everyRoutineHasAUsualTime(Routine routine) {
        assertThat(Cron.of(routine.usually(), routine.variable()).after(Instant.EPOCH))
                .isPresent();
    }
}
