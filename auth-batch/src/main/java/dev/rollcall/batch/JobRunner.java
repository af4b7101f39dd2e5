package dev.rollcall.batch;

import dev.rollcall.data.Clock;
import dev.rollcall.data.SqlStates;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.job.JobHandler;
import dev.rollcall.job.Lease;
import dev.rollcall.job.Outcome;
import dev.rollcall.job.RetrySchedule;
import dev.rollcall.job.Settled;
import dev.rollcall.job.Settled.Fate;
import dev.rollcall.trace.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has a claimed job done by its handler, and turns whatever comes of it into what is recorded. */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());
    private static final Duration UNKNOWN = Duration.ofMinutes(1);
    private static final Duration AWAY = Duration.ofSeconds(2);

    /** A job that ends its node with it, again and again, is no job to be taken over for ever. */
    private static final int LOST_LEASES = 3;

    @Inject
    private Handlers handlers;

    @Inject
    private InstanceService instances;

    @Inject
    private JobMeter meter;

    /** Begins a job; {@code underWay} is told how it ended, from whichever thread. */
    void start(Lease lease, UnderWay underWay) {
        var job = lease.job();
        long begun = System.nanoTime();
        meter.begun(lease);
        underWay.begun(lease);
        var known = handlers.of(job.type());
        if (known.isEmpty()) {
            var outcome = Outcome.postponed("no handler on this node knows " + job.type(), UNKNOWN);
            end(Settled.of(lease, outcome, RetrySchedule.of()), begun, underWay);
            return;
        }
        var handler = known.get();
        attempt(handler, lease)
                .exceptionally(failure -> failed(lease, failure))
                .thenAccept(outcome -> end(settled(handler, lease, outcome), begun, underWay));
    }

    private void end(Settled settled, long begun, UnderWay underWay) {
        underWay.ended(settled);
        meter.ended(settled, System.nanoTime() - begun);
    }

    private CompletionStage<Outcome> attempt(JobHandler handler, Lease lease) {
        if (lease.job().attempt() > handler.retries().attempts() + LOST_LEASES) {
            return CompletableFuture.completedFuture(Outcome.hopeless("its lease ran out again and again"));
        }
        Cause.ofJob(lease.job().traceId(), lease.job().id()).enter();
        try {
            Clock.ahead(instances.ahead(lease.job().instanceId()));
            return handler.run(lease.job());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            Cause.leave();
            Clock.back();
        }
    }

    /** Operators see what kind of failure it was; its message, which may speak of people, is in the log alone. */
    private static Outcome failed(Lease lease, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        var job = lease.job();
        LOG.log(Level.WARNING, cause, () -> "[" + job.traceId() + "] job " + job.id() + " (" + job.type() + ") failed");
        if (SqlStates.isAway(cause)) {
            return Outcome.postponed("the database was away", AWAY);
        }
        return Outcome.failed(cause.getClass().getSimpleName() + ", see the log of " + job.id());
    }

    private static Settled settled(JobHandler handler, Lease lease, Outcome outcome) {
        var settled = Settled.of(lease, outcome, handler.retries());
        if (settled.fate() == Fate.DEAD) {
            try {
                handler.gaveUp(lease.job(), settled.error());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "the end of job " + lease.job().id() + " was not noted");
            }
        }
        return settled;
    }
}
