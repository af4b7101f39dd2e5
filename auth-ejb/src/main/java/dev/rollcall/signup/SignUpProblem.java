package dev.rollcall.signup;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What a sign-up may refuse. */
public enum SignUpProblem implements Problem {
    SIGN_UP_MODE_RESTRICTED(
            Kind.FORBIDDEN,
            "Sign ups are restricted",
            "Sign ups are currently restricted. You need an invitation to sign up."),
    SIGN_UP_RESTRICTED_WAITLIST(
            Kind.FORBIDDEN,
            "Sign ups are restricted",
            "Sign ups are currently unavailable. You can join the waitlist."),
    SIGN_UP_CANNOT_BE_UPDATED(
            Kind.FORBIDDEN,
            "Sign up cannot be updated",
            "This sign-up has reached a terminal state and cannot be updated."),
    SIGN_UP_NOT_OPEN(Kind.BAD_REQUEST, "Sign up not open", "This sign-up is over. Please start a new one.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    SignUpProblem(Kind kind, String message, String longMessage) {
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
