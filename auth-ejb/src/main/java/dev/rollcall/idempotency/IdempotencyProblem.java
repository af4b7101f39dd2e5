package dev.rollcall.idempotency;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of a request that carries a key. */
public enum IdempotencyProblem implements Problem {
    IDEMPOTENCY_KEY_INVALID(
            Kind.INVALID, "Idempotency key invalid", "An idempotency key has 1 to 255 visible ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(
            Kind.CONFLICT,
            "Idempotency key reused",
            "This idempotency key came with another request before. Use a fresh key for every request."),
    IDEMPOTENCY_KEY_IN_USE(
            Kind.CONFLICT,
            "Idempotency key in use",
            "A request with this idempotency key is still being worked on. Please try again in a moment.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    IdempotencyProblem(Kind kind, String message, String longMessage) {
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
