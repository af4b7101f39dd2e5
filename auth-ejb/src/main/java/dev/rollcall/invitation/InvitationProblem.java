package dev.rollcall.invitation;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of invitations. */
public enum InvitationProblem implements Problem {
    INVITATIONS_NOT_SUPPORTED(
            Kind.BAD_REQUEST,
            "Invitations are only supported on instances that accept email addresses.",
            "Invitations are only supported on instances that accept email addresses."),
    INVITATION_ALREADY_ACCEPTED(
            Kind.BAD_REQUEST,
            "Invitation is already accepted, try signing in instead.",
            "Invitation is already accepted, try signing in instead."),
    INVITATION_ALREADY_REVOKED(Kind.BAD_REQUEST, "Invitation is already revoked.", "Invitation is already revoked."),
    REVOKED_INVITATION(Kind.BAD_REQUEST, "The invitation was revoked.", "The invitation was revoked."),
    INVITATION_ACCOUNT_EXISTS(
            Kind.BAD_REQUEST,
            "account exists",
            "There is an account with the address that was invited. Please sign in instead."),
    INVITATION_ACCOUNT_NOT_EXISTS(
            Kind.BAD_REQUEST,
            "account does not exist",
            "There is no account yet with the address that was invited. Please sign up instead.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    InvitationProblem(Kind kind, String message, String longMessage) {
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
