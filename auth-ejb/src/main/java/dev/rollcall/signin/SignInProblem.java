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
            Kind.BAD_REQUEST, "You're already signed in.", "You're already signed in with this account."),
    SIGN_UP_IF_MISSING_NOT_ALLOWED(
            Kind.INVALID,
            "Signing up from a sign-in is not allowed",
            "A sign-in can only lead to a sign-up where everybody may sign up, and by an email address, a phone number or a wallet."),
    SIGN_UP_IF_MISSING_STRATEGY_NOT_SUPPORTED(
            Kind.INVALID,
            "Strategy not supported",
            "A sign-in that may lead to a sign-up takes only strategies that prove the identifier itself."),
    SIGN_UP_IF_MISSING_TRANSFER(
            Kind.NOT_FOUND,
            "No account with this identifier",
            "There is no account with this identifier yet. Sign up with transfer to make one."),
    ACCOUNT_TRANSFER_INVALID(
            Kind.BAD_REQUEST, "Nothing to transfer", "There is nothing here that an account could be made of.");

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
