package dev.rollcall.signin;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What a sign-in may refuse. */
public enum SignInProblem implements Problem {
    SIGN_IN_STEP_NOT_ALLOWED(Kind.BAD_REQUEST, "Step not allowed", "This sign-in is not waiting for that step."),
    SESSION_EXISTS(
            Kind.BAD_REQUEST,
            "Session already exists",
            "You're currently in single session mode. You can only be signed into one account at a time."),
    IDENTIFIER_ALREADY_SIGNED_IN(
            Kind.BAD_REQUEST, "You're already signed in.", "You're already signed in with this account.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    SignInProblem(Kind kind, String message, String longMessage) {
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
