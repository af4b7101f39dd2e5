package dev.rollcall.signin;

import java.util.Locale;

/** What a sign-in is waiting for. The whole flow fits on this page; change it here and nowhere else. */
public enum SignInStatus {
    NEEDS_IDENTIFIER,
    NEEDS_FIRST_FACTOR,
    NEEDS_NEW_PASSWORD,
    COMPLETE,
    ABANDONED;

    SignInStatus after(SignInStep step) {
        return switch (step) {
            case IDENTIFIED -> from(NEEDS_IDENTIFIER, NEEDS_FIRST_FACTOR);
            case FIRST_FACTOR_VERIFIED -> from(NEEDS_FIRST_FACTOR, COMPLETE);
            case RESET_CODE_VERIFIED -> from(NEEDS_FIRST_FACTOR, NEEDS_NEW_PASSWORD);
            case PASSWORD_RESET -> from(NEEDS_NEW_PASSWORD, COMPLETE);
            case EXPIRED -> this == COMPLETE ? COMPLETE : ABANDONED;
        };
    }

    private SignInStatus from(SignInStatus expected, SignInStatus next) {
        if (this != expected) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        return next;
    }

    /** The name on the wire, for example {@code needs_first_factor}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
