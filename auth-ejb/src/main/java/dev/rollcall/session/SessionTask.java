package dev.rollcall.session;

import java.util.Locale;

/**
 * What may be left to do after a sign-in, in the order in which people are asked to do it: first what keeps others out, then where they
 * work.
 */
public enum SessionTask {
    RESET_PASSWORD,
    SETUP_MFA,
    CHOOSE_ORGANIZATION;

    /** The key on the wire, for example {@code setup-mfa}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
