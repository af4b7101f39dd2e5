package dev.rollcall.session;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about sessions. */
public enum SessionProblem implements Problem {
    ORGANIZATION_NOT_FOUND_OR_UNAUTHORIZED(
            Kind.NOT_FOUND,
            "Organization not found or unauthorized",
            "The organization does not exist, or you are not a member of it."),
    OPERATION_NOT_ALLOWED_IN_PRODUCTION(
            Kind.BAD_REQUEST,
            "Not allowed in production",
            "This operation is for tests and is not available for production instances.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    SessionProblem(Kind kind, String message, String longMessage) {
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
