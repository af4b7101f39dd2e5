package dev.rollcall.factor;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of a password. */
public enum PasswordProblem implements Problem {
    FORM_PASSWORD_INCORRECT(Kind.INVALID, "is incorrect", "Password is incorrect. Try again, or use another method."),
    FORM_PASSWORD_OR_IDENTIFIER_INCORRECT(
            Kind.INVALID, "is incorrect", "Password or identifier is incorrect. Try again, or use another method."),
    FORM_PASSWORD_LENGTH_TOO_SHORT(Kind.INVALID, "is too short", "Passwords must be longer."),
    FORM_PASSWORD_LENGTH_TOO_LONG(Kind.INVALID, "is too long", "Passwords must be shorter."),
    FORM_PASSWORD_SIZE_IN_BYTES_EXCEEDED(
            Kind.INVALID, "is too long", "Your password has exceeded the maximum number of bytes allowed."),
    FORM_PASSWORD_NO_UPPERCASE(
            Kind.INVALID, "needs an uppercase letter", "Passwords must contain at least one uppercase character."),
    FORM_PASSWORD_NO_LOWERCASE(
            Kind.INVALID, "needs a lowercase letter", "Passwords must contain at least one lowercase character."),
    FORM_PASSWORD_NO_NUMBER(Kind.INVALID, "needs a number", "Passwords must contain at least one number."),
    FORM_PASSWORD_NO_SPECIAL_CHAR(
            Kind.INVALID, "needs a special character", "Passwords must contain at least one special character."),
    FORM_PASSWORD_NOT_STRONG_ENOUGH(Kind.INVALID, "is not strong enough", "Given password is not strong enough."),
    FORM_PASSWORD_PWNED(
            Kind.INVALID,
            "is known to be unsafe",
            "This password is one of those that attackers try first. Please use a different password."),
    FORM_PASSWORD_MATCHES_IDENTIFIER(
            Kind.INVALID, "matches an identifier", "The password must not be your name or address."),
    FORM_NEW_PASSWORD_MATCHES_CURRENT(
            Kind.INVALID, "matches the current password", "The new password must differ from the current one."),
    FORM_PASSWORD_DIGEST_INVALID_CODE(
            Kind.INVALID, "is invalid", "The digest is not one of the password_hasher that was named."),
    PASSWORD_REQUIRED(
            Kind.BAD_REQUEST, "Password required", "The password cannot be removed: there is no other way to sign in."),
    FORM_PASSWORD_COMPROMISED(
            Kind.INVALID,
            "Your password may be compromised",
            "Your password may be known to others. Please sign in another way, or reset your password.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    PasswordProblem(Kind kind, String message, String longMessage) {
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
