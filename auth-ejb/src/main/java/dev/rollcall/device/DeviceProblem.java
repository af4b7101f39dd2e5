package dev.rollcall.device;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of trusted devices. */
public enum DeviceProblem implements Problem {
    TRUSTED_DEVICE_CHALLENGE_INVALID(
            Kind.BAD_REQUEST, "Challenge invalid", "The challenge is unknown, has expired or was used already."),
    TRUSTED_DEVICE_SIGNATURE_INVALID(
            Kind.INVALID, "Signature invalid", "The signature is not the device's over this challenge."),
    TRUSTED_DEVICE_EXISTS(Kind.BAD_REQUEST, "Device already trusted", "A device with this key is trusted already.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    DeviceProblem(Kind kind, String message, String longMessage) {
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
