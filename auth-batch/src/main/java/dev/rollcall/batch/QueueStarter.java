package dev.rollcall.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps this node's queue job running from start to stop. Its partitions keep nothing that a restart would need (what was under way is
 * in the leases), so each start is a fresh job.
 */
@Singleton
@Startup
@DependsOn("auth-ejb.jar#Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class QueueStarter {

    private static final Logger LOG = Logger.getLogger(QueueStarter.class.getName());
    private static final Set<BatchStatus> RUNNING = Set.of(BatchStatus.STARTING, BatchStatus.STARTED);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private Future<Long> execution;

    /** Beside the rest of the start, for the batch container takes a second to come up and no request needs it. */
    @PostConstruct
    void start() {
        execution = executor.submit(() -> operator().start("queue", new Properties()));
    }

    /** Starts the job again should it have ended, which it does only by a mistake of ours. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void watch() {
        if (!execution.isDone()) {
            return;
        }
        try {
            var status = operator().getJobExecution(execution.get()).getBatchStatus();
            if (!RUNNING.contains(status)) {
                LOG.log(Level.SEVERE, "the queue job is {0} and is started again", status);
                start();
            }
        } catch (BatchRuntimeException e) {
            LOG.log(Level.WARNING, "cannot see whether the queue job runs: {0}", e.getMessage());
        } catch (ExecutionException e) {
            LOG.log(Level.SEVERE, "the queue job could not be started and is tried again", e.getCause());
            start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        try {
            operator().stop(execution.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (BatchRuntimeException | ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "the queue job could not be told to stop: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
