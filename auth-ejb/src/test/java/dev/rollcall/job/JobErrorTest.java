package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Errors of jobs, which may come from somebody else's server. */
class JobErrorTest {

    /** Poison: a statement that records many outcomes fails for all of them, and would be repeated for ever. */
    @Test
    void aNulInOneErrorDoesNotKeepOthersFromBeingRecorded() {
        assertThat(JobQueue.shortened("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(JobQueue.shortened(null)).isNull();
        assertThat(JobQueue.shortened("x".repeat(5000))).hasSize(1000);
    }
}
