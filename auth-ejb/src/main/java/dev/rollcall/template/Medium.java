package dev.rollcall.template;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Prefix;
import java.util.Arrays;
import java.util.Locale;

/** What kind of message it is. */
public enum Medium {
    EMAIL(Prefix.EMAIL),
    SMS(Prefix.SMS);

    private final Prefix prefix;

    Medium(Prefix prefix) {
        this.prefix = prefix;
    }

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the ids of its messages begin with. */
    public Prefix prefix() {
        return prefix;
    }

    /** The medium that a URL names, or a refusal. */
    public static Medium ofWire(String wire) {
        return Arrays.stream(values())
                .filter(m -> m.wire().equals(wire))
                .findFirst()
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }
}
