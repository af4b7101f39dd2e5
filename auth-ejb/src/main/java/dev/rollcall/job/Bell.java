package dev.rollcall.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What one worker sleeps by. Rung while nobody listens, it wakes the next one who does. */
public final class Bell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean ringing;
    private boolean awaited;
    private Instant earliest;

    /** Rings for work that is due since a moment. */
    public void ring(Instant runAt) {
        lock.lock();
        try {
            if (earliest == null || runAt.isBefore(earliest)) {
                earliest = runAt;
            }
            ringing = true;
            rung.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Rings for another reason than new work. */
    public void ring() {
        lock.lock();
        try {
            ringing = true;
            rung.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps until it rings, or so long. Answers since when the work is due that it rang for. */
    public Optional<Instant> await(Duration most) throws InterruptedException {
        lock.lock();
        try {
            awaited = true;
            long left = most.toNanos();
            while (!ringing && left > 0) {
                left = rung.awaitNanos(left);
            }
            var due = Optional.ofNullable(earliest);
            ringing = false;
            earliest = null;
            return due;
        } finally {
            awaited = false;
            lock.unlock();
        }
    }

    boolean isAwaited() {
        lock.lock();
        try {
            return awaited && !ringing;
        } finally {
            lock.unlock();
        }
    }
}
