package dev.rollcall.reverification;

import java.util.Locale;

/** What a reverification is waiting for. The whole flow fits on this page and into docs/states/reverification.md; change it here and nowhere else. */
public enum ReverificationStatus {
    NEEDS_FIRST_FACTOR,
    NEEDS_SECOND_FACTOR,
    COMPLETE;

    /** Where one begins; a second factor is asked for only of those who have one. */
    static ReverificationStatus start(ReverificationLevel level, boolean hasSecondFactor) {
        return switch (level) {
            case FIRST_FACTOR, MULTI_FACTOR -> NEEDS_FIRST_FACTOR;
            case SECOND_FACTOR -> hasSecondFactor ? NEEDS_SECOND_FACTOR : NEEDS_FIRST_FACTOR;
        };
    }

    ReverificationStatus after(ReverificationStep step, ReverificationLevel level, boolean hasSecondFactor) {
        boolean both = level == ReverificationLevel.MULTI_FACTOR && hasSecondFactor;
        return switch (step) {
            case FIRST_FACTOR_VERIFIED -> from(NEEDS_FIRST_FACTOR, both ? NEEDS_SECOND_FACTOR : COMPLETE);
            case SECOND_FACTOR_VERIFIED -> from(NEEDS_SECOND_FACTOR, COMPLETE);
        };
    }

    private ReverificationStatus from(ReverificationStatus expected, ReverificationStatus next) {
        if (this != expected) {
            throw ReverificationProblem.REVERIFICATION_STEP_NOT_ALLOWED.refusal();
        }
        return next;
    }

    /** The name on the wire, for example {@code needs_first_factor}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
