package dev.rollcall.web.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast bytes have to move between us and a peer: a telephone at the edge of its network does better. */
final class Pace {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long BYTES_A_SECOND = 4 << 10;

    private final LongSupplier nanos;
    private final long begun;
    private long bytes;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Counts bytes that have moved; a peer that has fallen behind is given up. */
    void moved(int count) throws IOException {
        bytes += count;
        long allowed = GRACE.toNanos() + bytes * 1_000_000_000 / BYTES_A_SECOND;
        if (nanos.getAsLong() - begun > allowed) {
            throw new IOException("too slow: " + bytes + " bytes");
        }
    }
}
