package dev.rollcall.signup;

import java.util.Locale;

/** What a sign-up is: waiting for fields and proofs, done, or left lying. What it waits for is computed from the settings. */
enum SignUpStatus {
    MISSING_REQUIREMENTS,
    COMPLETE,
    ABANDONED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
