package dev.rollcall.web.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a bounded number of requests in at once, and a bounded number wait for a bounded time. Those who wait are served in their order,
 * but a request that finds room passes them: until the first of them has woken up, its place would be empty.
 */
final class Lane implements Way {

    private final String name;
    private final Semaphore places;
    private final Semaphore inside;
    private final Duration patience;

    Lane(String name, int atOnce, int waiting, Duration patience) {
        this.name = name;
        this.places = new Semaphore(atOnce + waiting);
        this.inside = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    String name() {
        return name;
    }

    @Override
    public boolean enter() {
        if (!places.tryAcquire()) {
            return false;
        }
        boolean in = false;
        try {
            in = inside.tryAcquire() || inside.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!in) {
                places.release();
            }
        }
        return in;
    }

    @Override
    public void leave() {
        inside.release();
        places.release();
    }
}
