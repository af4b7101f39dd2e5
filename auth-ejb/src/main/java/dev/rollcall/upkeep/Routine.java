package dev.rollcall.upkeep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What this server does over and over, once in the whole cluster. {@code ROLLCALL_SCHEDULE_CLEANUP} and so on say when, as a UNIX cron
 * expression in UTC; {@code off} is never.
 */
public enum Routine {
    /** Takes away what is over. */
    CLEANUP("*/15 * * * *"),
    /** Replaces signing keys whose time has come. */
    SIGNING_KEYS("7 * * * *"),
    /** Seals anew what former key-encryption keys have sealed. */
    RESEALING("23 * * * *"),
    /** Forgets old batch jobs of the application server. */
    BATCH_STORE("41 3 * * *");

    private final String usually;

    Routine(String usually) {
        this.usually = usually;
    }

    /** The cron expression where none is configured. */
    String usually() {
        return usually;
    }

    /** The environment variable that says when. */
    String variable() {
        return "ROLLCALL_SCHEDULE_" + name();
    }

    /** The name in the API and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The routine of this name. */
    public static Optional<Routine> ofWire(String wire) {
        return Arrays.stream(values()).filter(r -> r.wire().equals(wire)).findFirst();
    }
}
