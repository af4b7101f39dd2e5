package dev.rollcall.upkeep;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of schedules. */
public enum UpkeepProblem implements Problem {
    SCHEDULE_ALREADY_RUNNING(Kind.CONFLICT, "This schedule is being run already.");

    private final Kind kind;
    private final String message;

    UpkeepProblem(Kind kind, String message) {
        this.kind = kind;
        this.message = message;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
