package dev.rollcall.token;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about tickets. The codes end as they do on the wire. */
public enum TicketProblem implements Problem {
    TICKET_INVALID_CODE(
            Kind.BAD_REQUEST,
            "ticket is invalid",
            "This ticket is invalid. Make sure you're using one that was given to you."),
    TICKET_EXPIRED_CODE(Kind.BAD_REQUEST, "ticket has expired", "This ticket has expired and cannot be used anymore."),
    SIGN_IN_TOKEN_REVOKED_CODE(
            Kind.BAD_REQUEST,
            "sign in token has been revoked",
            "This sign in token has been revoked and cannot be used anymore."),
    SIGN_IN_TOKEN_ALREADY_USED_CODE(
            Kind.BAD_REQUEST,
            "sign in token has already been used",
            "This sign in token has already been used. Each token can only be used once."),
    SIGN_IN_TOKEN_NOT_IN_SIGN_IN_CODE(
            Kind.BAD_REQUEST, "not in sign in", "Sign in tokens can only be used during sign in."),
    SIGN_IN_TOKEN_CANNOT_BE_REVOKED_CODE(
            Kind.BAD_REQUEST, "cannot revoke", "Only pending sign in tokens can be revoked."),
    ACTOR_TOKEN_REVOKED_CODE(
            Kind.BAD_REQUEST,
            "actor token has been revoked",
            "This actor token has been revoked and cannot be used anymore."),
    ACTOR_TOKEN_ALREADY_USED_CODE(
            Kind.BAD_REQUEST,
            "actor token has already been used",
            "This actor token has already been used. Each token can only be used once."),
    ACTOR_TOKEN_NOT_IN_SIGN_IN_CODE(
            Kind.BAD_REQUEST, "not in sign in", "Actor tokens can only be used during sign in."),
    ACTOR_TOKEN_CANNOT_BE_REVOKED_CODE(Kind.BAD_REQUEST, "cannot revoke", "This actor token has been revoked already.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    TicketProblem(Kind kind, String message, String longMessage) {
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
