package dev.rollcall.backend;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What only the Backend API refuses. */
public enum BackendProblem implements Problem {
    FORM_DATA_MISSING(Kind.INVALID, "missing data", "Data doesn't match user requirements set for this instance."),
    TOKEN_INVALID(
            Kind.BAD_REQUEST, "Token invalid", "The token is not a session token of this instance, or it has expired.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    BackendProblem(Kind kind, String message, String longMessage) {
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
