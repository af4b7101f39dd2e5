package dev.rollcall.invitation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of an invitation. */
enum InvitationStatus {
    PENDING,
    ACCEPTED,
    REVOKED,
    EXPIRED;

    /** What it is at a time: one that nobody has accepted runs out by itself. */
    InvitationStatus at(Instant now, Instant expireAt) {
        return this == PENDING && !now.isBefore(expireAt) ? EXPIRED : this;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<InvitationStatus> of(String wire) {
        return Stream.of(values()).filter(s -> s.wire().equals(wire)).findFirst();
    }
}
