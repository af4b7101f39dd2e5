package dev.rollcall.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a job stands, as operators see it. That one is being run is not stored: its lease says so. */
enum JobState {
    /** It waits for its turn, for the first time or again. */
    PENDING("j.finished_at is null and (j.lease_until is null or j.lease_until < clock_timestamp())"),
    /** A worker has it. */
    RUNNING("j.finished_at is null and j.lease_until >= clock_timestamp()"),
    DONE("j.state = 'DONE'"),
    /** Its last attempt has failed, and nobody tries again unless an operator says so. */
    DEAD("j.state = 'DEAD'"),
    CANCELLED("j.state = 'CANCELLED'");

    private final String condition;

    JobState(String condition) {
        this.condition = condition;
    }

    /** What is true of a row {@code j} in this state; one that an index knows. */
    String condition() {
        return condition;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<JobState> ofWire(String wire) {
        return Arrays.stream(values()).filter(s -> s.wire().equals(wire)).findFirst();
    }
}
