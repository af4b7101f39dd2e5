package dev.rollcall.instance;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What a test clock may refuse. */
public enum TestClockProblem implements Problem {
    TEST_CLOCK_NOT_ALLOWED(Kind.FORBIDDEN, "Test clocks are for development instances alone."),
    TEST_CLOCK_EXISTS(Kind.CONFLICT, "This instance has a test clock already; there can be only one."),
    TEST_CLOCK_BACKWARDS(Kind.INVALID, "Time never goes backwards.");

    private final Kind kind;
    private final String message;

    TestClockProblem(Kind kind, String message) {
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
