package dev.rollcall.key;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about signing keys. */
public enum KeyProblem implements Problem {
    SIGNING_KEY_PENDING(
            Kind.CONFLICT,
            "A key is pending",
            "The next signing key is published already and signs soon. Only a rotation that revokes all others may overtake it.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    KeyProblem(Kind kind, String message, String longMessage) {
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
