package dev.rollcall.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import java.util.Properties;
import java.util.Set;
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

    private long execution;

    @PostConstruct
    void start() {
        execution = operator().start("queue", new Properties());
    }

    /** Starts the job again should it have ended, which it does only by a mistake of ours. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void watch() {
        try {
            var status = operator().getJobExecution(execution).getBatchStatus();
            if (!RUNNING.contains(status)) {
                LOG.log(Level.SEVERE, "the queue job is {0} and is started again", status);
                start();
            }
        } catch (BatchRuntimeException e) {
            LOG.log(Level.WARNING, "cannot see whether the queue job runs: {0}", e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        try {
            operator().stop(execution);
        } catch (BatchRuntimeException e) {
            LOG.log(Level.WARNING, "the queue job could not be told to stop: {0}", e.getMessage());
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
