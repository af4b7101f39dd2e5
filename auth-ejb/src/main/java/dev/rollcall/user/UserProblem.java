package dev.rollcall.user;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of a user. */
public enum UserProblem implements Problem {
    USER_BANNED(
            Kind.FORBIDDEN, "Your account has been banned", "Your account has been banned. Please contact support."),
    USER_LOCKED(
            Kind.FORBIDDEN,
            "Your account is locked",
            "Your account is locked. Please try again later or contact support."),
    USER_DELETE_SELF_NOT_ALLOWED(
            Kind.FORBIDDEN, "Deletion not allowed", "You are not allowed to delete your own account."),
    NO_PASSWORD_SET(Kind.BAD_REQUEST, "No password set", "This user has no password."),
    EXTERNAL_ID_EXISTS(Kind.INVALID, "already exists", "A user with this external id exists already.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    UserProblem(Kind kind, String message, String longMessage) {
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
