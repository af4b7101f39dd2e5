package dev.rollcall.reverification;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of and without a reverification. */
public enum ReverificationProblem implements Problem {
    SESSION_REVERIFICATION_REQUIRED(
            Kind.FORBIDDEN,
            "Additional verification is required",
            "You need to provide additional verification to perform this operation."),
    REVERIFICATION_STEP_NOT_ALLOWED(
            Kind.BAD_REQUEST, "Step not allowed", "This reverification is not waiting for that step.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    ReverificationProblem(Kind kind, String message, String longMessage) {
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
