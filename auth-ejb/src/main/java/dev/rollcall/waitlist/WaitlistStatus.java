package dev.rollcall.waitlist;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of somebody who waits. */
enum WaitlistStatus {
    /** Waits. */
    PENDING,
    /** May sign up now. */
    INVITED,
    /** Is not wanted; may still be invited later. */
    REJECTED,
    /** Has signed up. */
    COMPLETED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WaitlistStatus> of(String wire) {
        return Stream.of(values()).filter(s -> s.wire().equals(wire)).findFirst();
    }
}
