package dev.rollcall.crypto;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a bounded number of callers work at once and a bounded number wait for them, first come, first served. */
final class Bulkhead {

    private final Semaphore places;
    private final Semaphore working;

    Bulkhead(int atOnce, int waiting) {
        places = new Semaphore(atOnce + waiting);
        working = new Semaphore(atOnce, true);
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
