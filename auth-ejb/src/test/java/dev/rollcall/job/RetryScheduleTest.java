package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule SCHEDULE = RetrySchedule.of("PT5S", "PT5M");

    @Test
    void hasOneAttemptMoreThanWaits() {
        assertThat(SCHEDULE.attempts()).isEqualTo(3);
        assertThat(SCHEDULE.after(3)).isEmpty();
        assertThat(SCHEDULE.after(4)).isEmpty();
    }

    @RepeatedTest(50)
    void spreadsEachWaitByATenth() {
        assertThat(SCHEDULE.after(1).orElseThrow()).isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500));
        assertThat(SCHEDULE.after(2).orElseThrow()).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
    }
}
