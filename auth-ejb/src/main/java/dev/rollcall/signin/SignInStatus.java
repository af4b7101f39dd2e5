package dev.rollcall.signin;

import java.util.Locale;

/** What a sign-in is waiting for. The whole flow fits on this page and into docs/states/sign-in.md; change it here and nowhere else. */
public enum SignInStatus {
    NEEDS_IDENTIFIER,
    NEEDS_FIRST_FACTOR,
    NEEDS_SECOND_FACTOR,
    NEEDS_CLIENT_TRUST,
    NEEDS_NEW_PASSWORD,
    COMPLETE,
    ABANDONED;

    SignInStatus after(SignInStep step, Due due) {
        return switch (step) {
            case IDENTIFIED -> from(NEEDS_IDENTIFIER, NEEDS_FIRST_FACTOR);
            case FIRST_FACTOR_VERIFIED -> from(NEEDS_FIRST_FACTOR, due.status());
            case SECOND_FACTOR_VERIFIED -> from(NEEDS_SECOND_FACTOR, COMPLETE);
            case CLIENT_TRUSTED -> from(NEEDS_CLIENT_TRUST, COMPLETE);
            case RESET_CODE_VERIFIED -> from(NEEDS_FIRST_FACTOR, NEEDS_NEW_PASSWORD);
            case PASSWORD_RESET -> from(NEEDS_NEW_PASSWORD, due == Due.SECOND_FACTOR ? NEEDS_SECOND_FACTOR : COMPLETE);
            case TRANSFERRED -> from(NEEDS_FIRST_FACTOR, ABANDONED);
            case EXPIRED -> this == COMPLETE ? COMPLETE : ABANDONED;
        };
    }

    /** What is due when a first factor is verified. */
    enum Due {
        NOTHING,
        SECOND_FACTOR,
        CLIENT_TRUST;

        private SignInStatus status() {
            return switch (this) {
                case NOTHING -> COMPLETE;
                case SECOND_FACTOR -> NEEDS_SECOND_FACTOR;
                case CLIENT_TRUST -> NEEDS_CLIENT_TRUST;
            };
        }
    }

    private SignInStatus from(SignInStatus expected, SignInStatus next) {
        if (this != expected) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        return next;
    }

    /** Whether a factor is asked for besides the first one. */
    boolean needsNextFactor() {
        return this == NEEDS_SECOND_FACTOR || this == NEEDS_CLIENT_TRUST;
    }

    /** Whether somebody has proved to be the user. */
    boolean isProved() {
        return switch (this) {
            case NEEDS_SECOND_FACTOR, NEEDS_CLIENT_TRUST, NEEDS_NEW_PASSWORD, COMPLETE -> true;
            case NEEDS_IDENTIFIER, NEEDS_FIRST_FACTOR, ABANDONED -> false;
        };
    }

    /** The name on the wire, for example {@code needs_first_factor}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
