package dev.rollcall.signup;

import java.util.Locale;

/**
 * What a sign-up is: waiting for fields and proofs, done, or left lying. The whole flow fits on this page and into docs/states/sign-up.md;
 * change it here and nowhere else. What exactly it waits for is no state: it is computed from the settings each time.
 */
enum SignUpStatus {
    MISSING_REQUIREMENTS,
    COMPLETE,
    ABANDONED;

    SignUpStatus after(SignUpStep step) {
        return switch (step) {
            case FILLED, CHALLENGED -> from(MISSING_REQUIREMENTS, MISSING_REQUIREMENTS);
            case REQUIREMENTS_MET -> from(MISSING_REQUIREMENTS, COMPLETE);
            case EXPIRED -> this == MISSING_REQUIREMENTS ? ABANDONED : this;
        };
    }

    private SignUpStatus from(SignUpStatus expected, SignUpStatus next) {
        if (this != expected) {
            throw SignUpProblem.SIGN_UP_NOT_OPEN.refusal();
        }
        return next;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
