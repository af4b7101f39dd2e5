package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many bytes of bodies or answers are held in memory at once, over all requests. Who would be too much is told to come again. */
final class HeldBytes {

    private static final int UNIT = 1024;

    private final Semaphore units;

    /** @param share the part of the heap: 16 is a sixteenth */
    HeldBytes(int share) {
        units = new Semaphore(
                (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / share / UNIT));
    }

    /** Counts so many bytes until they are let go, or refuses. */
    Part take(int bytes) {
        int count = bytes / UNIT + 1;
        if (!units.tryAcquire(count)) {
            throw CommonProblem.SERVICE_UNAVAILABLE.refusal();
        }
        return new Part(units, count);
    }

    /** Bytes that are held. */
    static final class Part implements AutoCloseable {

        static final Part NONE = new Part(new Semaphore(0), 0);

        private final Semaphore units;
        private final int count;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Part(Semaphore units, int count) {
            this.units = units;
            this.count = count;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                units.release(count);
            }
        }
    }
}
