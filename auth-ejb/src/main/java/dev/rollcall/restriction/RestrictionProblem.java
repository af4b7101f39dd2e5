package dev.rollcall.restriction;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** Why somebody is kept out by what names them. */
public enum RestrictionProblem implements Problem {
    NOT_ALLOWED_ACCESS(Kind.FORBIDDEN, "Access not allowed.", "You are not allowed to access this application."),
    FORM_EMAIL_ADDRESS_BLOCKED(
            Kind.INVALID,
            "is blocked",
            "Temporary email services are not supported. Please use your regular email address.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    RestrictionProblem(Kind kind, String message, String longMessage) {
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
