package dev.rollcall.batch;

import dev.rollcall.job.Job;
import dev.rollcall.job.Outcome;
import dev.rollcall.transfer.TransferRun;
import dev.rollcall.transfer.TransferRuns;
import jakarta.annotation.PreDestroy;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The transfers that this node runs, each a batch job on a thread of its own, and few at once: they are heavy and nobody waits. */
@ApplicationScoped
class TransfersUnderWay {

    private static final Logger LOG = Logger.getLogger(TransfersUnderWay.class.getName());
    private static final int AT_ONCE = 2;
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Map<String, UnderWay> running = new ConcurrentHashMap<>();

    @Inject
    private TransferRuns runs;

    /** A run, and who waits for its end. */
    record UnderWay(TransferRun run, CompletableFuture<Outcome> end, CompletableFuture<Long> execution) {}

    /** Runs the transfer that a job is about, from where it was left. */
    CompletionStage<Outcome> start(Job job, int chunk) {
        if (running.size() >= AT_ONCE) {
            return CompletableFuture.completedFuture(Outcome.postponed("other transfers are being run", BUSY));
        }
        var runner = UUID.randomUUID().toString();
        var run = runs.begin(job.instanceId(), TransferRuns.idOf(job), runner);
        if (run.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.done()); // cancelled, or its instance is gone
        }
        var underWay = new UnderWay(run.get(), new CompletableFuture<>(), new CompletableFuture<>());
        running.put(runner, underWay);
        var parameters = new Properties();
        parameters.setProperty("runner", runner);
        parameters.setProperty("chunk", Integer.toString(chunk));
        try {
            underWay.execution().complete(operator().start("transfer", parameters));
        } catch (BatchRuntimeException e) {
            running.remove(runner);
            throw e;
        }
        return underWay.end();
    }

    TransferRun run(String runner) {
        return running.get(runner).run();
    }

    /** The batch job of this run has ended. */
    void ended(String runner, Outcome outcome) {
        Optional.ofNullable(running.remove(runner))
                .ifPresent(underWay -> underWay.end().complete(outcome));
    }

    /** A batch job may end without a word, when the database is away for one. Its transfer is tried again like any that failed. */
    void reap() {
        running.forEach(
                (runner, underWay) -> Optional.ofNullable(underWay.execution().getNow(null))
                        .filter(TransfersUnderWay::isOver)
                        .ifPresent(over -> ended(runner, Outcome.failed("its batch job ended without a word"))));
    }

    /** Each ends with its chunk, and is postponed: another node, or the next start, goes on. */
    @PreDestroy
    void stop() {
        for (var underWay : running.values()) {
            try {
                operator().stop(underWay.execution().getNow(0L));
            } catch (BatchRuntimeException e) {
                LOG.log(Level.FINE, "it had ended", e);
            }
        }
    }

    private static boolean isOver(long execution) {
        return switch (operator().getJobExecution(execution).getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> false;
            case STOPPED, FAILED, COMPLETED, ABANDONED -> true;
        };
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
