package dev.rollcall.profile;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of people's own accounts. */
public enum ProfileProblem implements Problem {
    FEATURE_NOT_ENABLED(Kind.FORBIDDEN, "not enabled", "This feature is not enabled on this instance.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    ProfileProblem(Kind kind, String message, String longMessage) {
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
