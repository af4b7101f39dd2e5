package dev.rollcall.signin;

import java.util.Locale;

/** Whether somebody has signed in before where they do it now. */
enum DeviceTrust {
    NEW,
    KNOWN;

    /** Before the first factor is verified nobody says: it would tell who has been here. */
    static final String PENDING = "pending";

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
