package dev.rollcall.reverification;

import dev.rollcall.error.CommonProblem;
import java.util.Arrays;
import java.util.Locale;

/** How much is to be proved anew. */
public enum ReverificationLevel {
    FIRST_FACTOR,
    /** The second factor; the first one of somebody who has no second. */
    SECOND_FACTOR,
    /** Both; the first one of somebody who has no second. */
    MULTI_FACTOR;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that name, or a refusal. */
    static ReverificationLevel required(String wire) {
        return Arrays.stream(values())
                .filter(level -> level.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal("level")
                        .saying("level must be first_factor, second_factor or multi_factor."));
    }
}
