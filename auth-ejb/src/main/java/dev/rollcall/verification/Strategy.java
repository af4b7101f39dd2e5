package dev.rollcall.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a verification is passed, by the name it has on the wire. */
public enum Strategy {
    PASSWORD("verification_password"),
    EMAIL_CODE("verification_otp"),
    RESET_PASSWORD_EMAIL_CODE("verification_otp"),
    /** The app said so, by a ticket. */
    TICKET("verification_ticket"),
    /** An administrator said so: nothing was challenged. */
    ADMIN("verification_admin");

    private final String object;

    Strategy(String object) {
        this.object = object;
    }

    /** The discriminator of its verification on the wire. */
    public String object() {
        return object;
    }

    /** The name on the wire, for example {@code email_code}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The strategy of that name, if we have it. */
    public static Optional<Strategy> of(String wire) {
        return Arrays.stream(values()).filter(s -> s.wire().equals(wire)).findFirst();
    }
}
