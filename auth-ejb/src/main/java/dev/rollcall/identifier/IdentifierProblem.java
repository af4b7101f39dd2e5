package dev.rollcall.identifier;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of an identifier. */
public enum IdentifierProblem implements Problem {
    FORM_IDENTIFIER_EXISTS(Kind.INVALID, "already exists", "That identifier is taken. Please try another."),
    FORM_IDENTIFIER_NOT_FOUND(Kind.INVALID, "Couldn't find your account.", "Couldn't find your account."),
    FORM_USERNAME_INVALID_LENGTH(
            Kind.INVALID, "is too short or too long", "The username has a length that is not allowed."),
    FORM_USERNAME_INVALID_CHARACTER(
            Kind.INVALID,
            "contains invalid characters",
            "The username can only contain letters, numbers, underscores (_) and hyphens (-)."),
    FORM_USERNAME_NEEDS_NON_NUMBER_CHAR(
            Kind.INVALID, "needs a non-number character", "The username must contain one non-number character."),
    IDENTIFICATION_UPDATE_SECOND_FACTOR_UNVERIFIED(
            Kind.BAD_REQUEST,
            "Update failed",
            "Only a verified phone number can be kept for the second step of signing in."),
    IDENTIFICATION_CREATE_SECOND_FACTOR_UNVERIFIED(
            Kind.BAD_REQUEST,
            "Creation failed",
            "Only a verified phone number can be kept for the second step of signing in."),
    IDENTIFICATION_UPDATE_FAILED(
            Kind.BAD_REQUEST,
            "Update failed",
            "Your last identification cannot be kept for the second step: nothing would name you in the first."),
    FORM_DISABLE_DEFAULT_SECOND_FACTOR_NOT_ALLOWED(
            Kind.INVALID,
            "is not allowed",
            "The default second factor cannot be switched off. Make another phone number the default."),
    IDENTIFICATION_DELETION_FAILED(Kind.BAD_REQUEST, "Deletion failed", "You cannot delete your last identification.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    IdentifierProblem(Kind kind, String message, String longMessage) {
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
