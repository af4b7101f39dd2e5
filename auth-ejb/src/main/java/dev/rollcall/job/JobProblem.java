package dev.rollcall.job;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about jobs. */
public enum JobProblem implements Problem {
    JOB_RUNNING(
            Kind.CONFLICT,
            "Job is running",
            "A worker has this job: what it does cannot be taken back. Ask again when its lease has ended."),
    JOB_FINISHED(Kind.CONFLICT, "Job is finished", "This job is finished: there is nothing to cancel."),
    JOB_NOT_REPLAYABLE(Kind.CONFLICT, "Job cannot be replayed", "Only a dead or a cancelled job can be replayed."),
    JOB_SUPERSEDED(Kind.CONFLICT, "Job is superseded", "Another job with the same dedupe key is pending: it will do."),
    JOB_FILTER_MISSING(
            Kind.INVALID,
            "Filter is missing",
            "Say which jobs are meant: name a type, a priority, a key, a trace or a time.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    JobProblem(Kind kind, String message, String longMessage) {
        this.kind = kind;
        this.message = message;
        this.longMessage = longMessage;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String longMessage() {
        return longMessage;
    }
}
