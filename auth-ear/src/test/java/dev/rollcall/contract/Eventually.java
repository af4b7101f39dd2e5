package dev.rollcall.contract;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the server does in the background. The patience is for slow machines and says nothing of how long it should take. */
public final class Eventually {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private Eventually() {}

    /** The first value that is as wanted. */
    public static <T> T see(String what, Supplier<T> look, Predicate<T> wanted) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError(what + " did not come about; last seen: " + seen);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            seen = look.get();
        }
        return seen;
    }
}
