package dev.rollcall.crypto;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a bounded number of callers work at once and a bounded number wait for them, first come, first served. */
final class Bulkhead {

    private final int atOnce;
    private final int all;
    private final Semaphore places;
    private final Semaphore working;

    Bulkhead(int atOnce, int waiting) {
        this.atOnce = atOnce;
        this.all = atOnce + waiting;
        places = new Semaphore(atOnce + waiting);
        working = new Semaphore(atOnce, true);
    }

    /** How many work now. */
    int running() {
        return atOnce - working.availablePermits();
    }

    /** How many wait now. */
    int waiting() {
        return Math.max(0, all - places.availablePermits() - running());
    }

    /** Does the work; empty, without delay, when there is no place left even to wait. */
    <T> Optional<T> run(Supplier<T> work) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            working.acquireUninterruptibly();
            try {
                return Optional.of(work.get());
            } finally {
                working.release();
            }
        } finally {
            places.release();
        }
    }
}
