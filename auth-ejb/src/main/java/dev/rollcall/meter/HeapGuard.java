package dev.rollcall.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks after the heap: a server whose heap is full of what is still in use collects without an end, and answers nobody, not even those who
 * ask whether it lives. While little is left after a collection, requests are refused; where that does not help, the server ends itself, so
 * that whoever watches it starts another. The serial collector has no limit of its own for this, as the parallel one has.
 */
@ApplicationScoped
public class HeapGuard {

    /** As {@code sysexits.h} has it: a failure that another start may mend. */
    static final int EXIT_CODE = 75;

    private static final Logger LOG = Logger.getLogger(HeapGuard.class.getName());

    /** Of the old generation, after its last collection. */
    private static final double FULL = 0.9;

    /** Of the time between two looks that went into collections. */
    private static final double BUSY = 0.8;

    /** So many looks at a full heap without a collection of it: where everything is refused, nothing asks for one. */
    private static final int STALE = 3;

    private final Duration betweenLooks;
    private final int patience;
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final MemoryPoolMXBean old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .max(Comparator.comparing(pool -> pool.getUsage().getMax()))
            .orElseThrow();

    private volatile boolean full;
    private volatile boolean stopped;

    /** One that gives up after ten seconds. */
    public HeapGuard() {
        this(Duration.ofSeconds(1), 10);
    }

    /** @param patience so many looks in a row at a full heap that does nothing but collect */
    HeapGuard(Duration betweenLooks, int patience) {
        this.betweenLooks = betweenLooks;
        this.patience = patience;
    }

    void watch(@Observes Startup event) {
        watch(() -> Runtime.getRuntime().halt(EXIT_CODE));
    }

    void stop(@Observes Shutdown event) {
        stopped = true;
    }

    /** Whether there is so little room that nothing new should be begun. */
    public boolean isFull() {
        return full;
    }

    /** Looks again and again, in a thread that needs no memory for it, and ends the server when there is no hope. */
    void watch(Runnable end) {
        var thread = new Thread(() -> look(end), "heap-guard");
        thread.setDaemon(true);
        thread.start();
    }

    private void look(Runnable end) {
        var hopeless = new Hopeless(patience);
        long collected = collectedMillis();
        long at = System.nanoTime();
        long collections = collectionsOfOld();
        int stale = 0;
        while (!stopped) {
            try {
                Thread.sleep(betweenLooks.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            long after = collectedMillis();
            double busy = (after - collected) * 1e6 / (now - at);
            collected = after;
            at = now;
            full = isFullAfterCollection();
            long ofOld = collectionsOfOld();
            stale = full && ofOld == collections ? stale + 1 : 0;
            collections = ofOld;
            if (stale >= STALE) {
                System.gc(); // what filled it may be long gone
            }
            if (hopeless.isAfter(full, busy)) {
                LOG.log(Level.SEVERE, "the heap is full and collecting does not help: this server ends itself");
                end.run();
                return;
            }
        }
    }

    private boolean isFullAfterCollection() {
        var usage = old.getCollectionUsage();
        return usage.getMax() > 0
                && usage.getUsed() > FULL * usage.getMax()
                && old.getUsage().getUsed() > FULL * usage.getMax();
    }

    private long collectionsOfOld() {
        return collectors.stream()
                .filter(collector -> List.of(collector.getMemoryPoolNames()).contains(old.getName()))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private long collectedMillis() {
        long millis = 0;
        for (var collector : collectors) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return millis;
    }

    /** Counts how long it has looked as if nothing would help. */
    static final class Hopeless {

        private final int patience;
        private int looks;

        Hopeless(int patience) {
            this.patience = patience;
        }

        boolean isAfter(boolean full, double busy) {
            looks = full && busy > BUSY ? looks + 1 : 0;
            return looks >= patience;
        }
    }
}
