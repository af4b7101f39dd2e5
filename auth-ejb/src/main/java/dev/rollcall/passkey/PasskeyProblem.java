package dev.rollcall.passkey;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of a passkey. */
public enum PasskeyProblem implements Problem {
    PASSKEY_REGISTRATION_FAILURE(
            Kind.BAD_REQUEST, "Passkey registration failed", "Passkey registration flow could not be completed."),
    PASSKEY_AUTHENTICATION_FAILURE(Kind.BAD_REQUEST, "authentication failed", "Passkey authentication failed."),
    PASSKEY_INVALID_PUBLIC_KEY_CREDENTIAL(Kind.INVALID, "is invalid", "Invalid passkey public key credential."),
    PASSKEY_NOT_REGISTERED(Kind.NOT_FOUND, "not registered", "Passkey is not registered."),
    PASSKEY_QUOTA_EXCEEDED(
            Kind.FORBIDDEN, "passkey quota exceeded", "You have reached your limit of passkeys per account.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    PasskeyProblem(Kind kind, String message, String longMessage) {
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
