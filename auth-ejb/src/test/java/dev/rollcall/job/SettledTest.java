package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.Settled.Fate;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettledTest {

    private static final RetrySchedule ONE_RETRY = RetrySchedule.of("PT10S");

    @Test
    void whatIsDoneIsDone() {
        assertThat(settled(1, Outcome.done()).fate()).isEqualTo(Fate.DONE);
    }

    @Test
    void aFailureIsRetriedUntilTheScheduleEnds() {
        assertThat(settled(1, Outcome.failed("down")).fate()).isEqualTo(Fate.RETRY);
        assertThat(settled(2, Outcome.failed("down")))
                .isEqualTo(new Settled(lease(2), Fate.DEAD, Duration.ZERO, "down"));
    }

    @Test
    void theOtherSideMayAskForALongerWaitButNotForAShorterOne() {
        assertThat(settled(1, new Outcome.Failed("busy", Optional.of(Duration.ofHours(1))))
                        .pause())
                .isEqualTo(Duration.ofHours(1));
        assertThat(settled(1, new Outcome.Failed("busy", Optional.of(Duration.ofSeconds(1))))
                        .pause())
                .isGreaterThan(Duration.ofSeconds(8));
    }

    @Test
    void whatIsHopelessIsDeadAtOnce() {
        assertThat(settled(1, Outcome.hopeless("no such address")).fate()).isEqualTo(Fate.DEAD);
    }

    @Test
    void whatIsPostponedWaitsAsLongAsItsHandlerSays() {
        var settled = settled(2, Outcome.postponed("breaker open", Duration.ofSeconds(3)));
        assertThat(settled.fate()).isEqualTo(Fate.POSTPONED);
        assertThat(settled.pause()).isEqualTo(Duration.ofSeconds(3));
    }

    private static Settled settled(int attempt, Outcome outcome) {
        return Settled.of(lease(attempt), outcome, ONE_RETRY);
    }

    private static Lease lease(int attempt) {
        var job = new Job("ins_1", "job_1", "probe", Priority.LOW, JsonValue.EMPTY_JSON_OBJECT, attempt, "");
        return new Lease(job, "me", Duration.ZERO);
    }
}
