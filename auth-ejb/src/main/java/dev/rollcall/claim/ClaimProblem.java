package dev.rollcall.claim;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused of the claims that somebody wants in tokens. */
public enum ClaimProblem implements Problem {
    JWT_TEMPLATE_RESERVED_CLAIM(
            Kind.BAD_REQUEST, "reserved claim used", "This claim is always set by us and cannot be set by a template.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    ClaimProblem(Kind kind, String message, String longMessage) {
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
