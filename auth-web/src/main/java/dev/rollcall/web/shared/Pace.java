package dev.rollcall.web.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast bytes have to move between us and a peer: a telephone at the edge of its network does better. */
final class Pace {

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** In bytes a second. */
    static final long USUAL = 4 << 10;

    /** The same for what is large, and holds a place of few. */
    static final long OF_FILES = 16 << 10;

    private final long bytesASecond;

    private final LongSupplier nanos;
    private final long begun;
    private long bytes;

    Pace() {
        this(USUAL, System::nanoTime);
    }

    Pace(long bytesASecond, LongSupplier nanos) {
        this.bytesASecond = bytesASecond;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Counts bytes that have moved; a peer that has fallen behind is given up. */
    void moved(int count) throws IOException {
        bytes += count;
        long allowed = GRACE.toNanos() + bytes * 1_000_000_000 / bytesASecond;
        if (nanos.getAsLong() - begun > allowed) {
            throw new IOException("too slow: " + bytes + " bytes");
        }
    }
}
