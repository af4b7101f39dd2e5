package dev.rollcall.verification;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What a verification may refuse. */
public enum VerificationProblem implements Problem {
    FORM_CODE_INCORRECT(Kind.INVALID, "is incorrect", "Incorrect code. Please try again."),
    VERIFICATION_FAILED(
            Kind.BAD_REQUEST, "Verification failed", "Too many failed attempts. You have to request a new code."),
    VERIFICATION_EXPIRED(
            Kind.BAD_REQUEST, "Verification expired", "This code has expired. You have to request a new one."),
    VERIFICATION_ALREADY_VERIFIED(
            Kind.BAD_REQUEST, "Verification already verified", "This verification has already been passed."),
    VERIFICATION_MISSING(
            Kind.BAD_REQUEST,
            "Verification missing",
            "You need to send a verification code before attempting to verify."),
    VERIFICATION_LINK_TOKEN_INVALID(
            Kind.BAD_REQUEST, "Invalid verification link", "This link is not valid. Please request a new one."),
    VERIFICATION_STRATEGY_INVALID(
            Kind.BAD_REQUEST, "Invalid verification strategy", "A link is opened, and cannot be answered with a code."),
    STRATEGY_FOR_USER_INVALID(
            Kind.INVALID, "Invalid verification strategy", "The verification strategy is not valid for this account.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    VerificationProblem(Kind kind, String message, String longMessage) {
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
