package dev.rollcall.batch;

import dev.rollcall.data.DatabaseFailure;
import dev.rollcall.job.Bell;
import dev.rollcall.job.Cursor;
import dev.rollcall.job.JobQueue;
import dev.rollcall.job.JobSignal;
import dev.rollcall.job.Priority;
import dev.rollcall.job.Settled;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One partition of the queue: claims due jobs of its priority, hands them to their handlers, and records what became of them. Handlers
 * that wait for others do not hold it up, so that one thread has many jobs under way.
 */
@Named
@Dependent
public class QueueWorker extends AbstractBatchlet {

    private static final Logger LOG = Logger.getLogger(QueueWorker.class.getName());
    private static final int BATCH = 100;
    private static final Duration RENEWAL = JobQueue.LEASE.dividedBy(4);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration TROUBLE = Duration.ofSeconds(1);

    /** How long a sleeping worker does not look for the work of other nodes, and for what has become due. */
    private static final Duration POLL = Duration.ofMillis(500);

    @Inject
    @BatchProperty
    private String priority;

    @Inject
    @BatchProperty
    private String capacity;

    @Inject
    private JobQueue queue;

    @Inject
    private JobSignal signal;

    @Inject
    private JobRunner runner;

    private final Bell bell = new Bell();
    private final Cursor cursor = new Cursor();
    private final UnderWay underWay = new UnderWay(bell);
    private final List<Settled> unrecorded = new ArrayList<>();
    private long renewed = System.nanoTime();
    private volatile boolean stopping;

    @Override
    public String process() throws InterruptedException {
        var mine = Priority.valueOf(priority);
        int most = Integer.parseInt(capacity);
        signal.join(mine, bell);
        try {
            while (!stopping) {
                if (!step(mine, most)) {
                    bell.await(POLL).ifPresent(cursor::back);
                }
            }
            leave();
        } finally {
            signal.part(mine, bell);
        }
        return "STOPPED";
    }

    @Override
    public void stop() {
        stopping = true;
        bell.ring();
    }

    /** Looks once; answers whether there may be more to do at once. */
    private boolean step(Priority mine, int most) throws InterruptedException {
        try {
            record();
            renew();
            int room = Math.min(BATCH, most - underWay.count());
            if (room <= 0) {
                return false; // whoever ends next rings
            }
            var claimed = queue.claim(mine, room, cursor);
            claimed.forEach(lease -> runner.start(lease, underWay));
            record();
            return claimed.size() == room;
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "the queue cannot reach the database: {0}", e.getMessage());
            Thread.sleep(TROUBLE.toMillis());
            return false;
        }
    }

    /** What cannot be recorded now is recorded later, unless the lease runs out before. */
    private void record() {
        unrecorded.addAll(underWay.ended());
        if (!unrecorded.isEmpty()) {
            queue.settle(unrecorded);
            unrecorded.clear();
        }
    }

    private void renew() {
        if (System.nanoTime() - renewed > RENEWAL.toNanos()) {
            queue.renew(underWay.leases());
            renewed = System.nanoTime();
        }
    }

    /** Waits a little for what is under way, and gives back the rest. */
    private void leave() throws InterruptedException {
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        while (underWay.count() > 0 && System.nanoTime() < deadline) {
            bell.await(POLL);
        }
        try {
            record();
            queue.release(underWay.leases());
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "leases were not given back and run out by themselves: {0}", e.getMessage());
        }
    }
}
