package dev.rollcall.factor;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of second factors. */
public enum SecondFactorProblem implements Problem {
    TOTP_ALREADY_ENABLED(
            Kind.BAD_REQUEST, "TOTP is already enabled", "An authenticator app is already set up for this account."),
    BACKUP_CODES_NOT_AVAILABLE(
            Kind.BAD_REQUEST,
            "Backup codes are not available",
            "Backup codes can be made once two-step verification is enabled for this account."),
    TOTP_DISABLED(
            Kind.BAD_REQUEST, "TOTP is not enabled", "The user has neither an authenticator app nor backup codes."),
    TOTP_INCORRECT_CODE(Kind.INVALID, "is incorrect", "The code is incorrect or has been used.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    SecondFactorProblem(Kind kind, String message, String longMessage) {
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
