package dev.rollcall.channel;

import java.time.Duration;
import java.util.Optional;

/** A channel did not do its work, and may do it later: it is away, busy, or does not know us. This is what trips its breaker. */
class ChannelTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> notBefore;

    /** The reason is for operators and names no address. */
    ChannelTrouble(String reason) {
        this(reason, Optional.empty());
    }

    ChannelTrouble(String reason, Optional<Duration> notBefore) {
        super(reason, null, false, false);
        this.notBefore = notBefore;
    }

    /** The wait that the other side asked for. */
    Optional<Duration> notBefore() {
        return notBefore;
    }
}
