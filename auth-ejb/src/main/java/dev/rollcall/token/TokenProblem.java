package dev.rollcall.token;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about tokens and the ways they are handed over. */
public enum TokenProblem implements Problem {
    EXPIRED_TOKEN_INVALID(
            Kind.UNAUTHENTICATED, "Invalid session token", "The session token does not belong to this session."),
    REFRESH_TOKEN_INVALID(
            Kind.UNAUTHENTICATED,
            "Invalid refresh token",
            "The refresh token is not valid for this session and origin."),
    REFRESH_TOKEN_EXPIRED(Kind.UNAUTHENTICATED, "Refresh token expired", "The refresh token has expired.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    TokenProblem(Kind kind, String message, String longMessage) {
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
