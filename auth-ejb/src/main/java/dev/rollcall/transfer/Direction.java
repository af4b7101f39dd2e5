package dev.rollcall.transfer;

import dev.rollcall.id.Prefix;
import java.util.Locale;

/** Which way users go. */
public enum Direction {
    IMPORT(Prefix.IMPORT),
    EXPORT(Prefix.EXPORT);

    private final Prefix prefix;

    Direction(Prefix prefix) {
        this.prefix = prefix;
    }

    Prefix prefix() {
        return prefix;
    }

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of the job that runs it. */
    public String jobType() {
        return "transfer." + wire();
    }
}
