package dev.rollcall.web.shared;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An answer that many want and that is asked for once: it stays fresh for a while, and while one asks anew, the others hear the last one.
 * However many come, and however long asking takes, it never holds more than one of them.
 */
final class Remembered<T> {

    private final Duration fresh;
    private final Supplier<T> question;
    private final Lock asking = new ReentrantLock();
    private volatile Known<T> known;

    private record Known<T>(T answer, long at) {}

    /** @param before what is heard while the first one asks */
    Remembered(Duration fresh, T before, Supplier<T> question) {
        this.fresh = fresh;
        this.question = question;
        this.known = new Known<>(before, System.nanoTime() - fresh.toNanos());
    }

    T get() {
        var last = known;
        if (System.nanoTime() - last.at < fresh.toNanos() || !asking.tryLock()) {
            return last.answer;
        }
        try {
            known = new Known<>(question.get(), System.nanoTime());
            return known.answer;
        } finally {
            asking.unlock();
        }
    }
}
