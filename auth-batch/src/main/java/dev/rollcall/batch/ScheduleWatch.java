package dev.rollcall.batch;

import dev.rollcall.data.DatabaseFailure;
import dev.rollcall.upkeep.Claim;
import dev.rollcall.upkeep.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every few seconds whether a routine is due in the cluster, and runs on this node what it could claim; and whether transfers have
 * ended unheard.
 */
@Singleton
@Startup
@DependsOn("auth-ejb.jar#Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduleWatch {

    private static final Logger LOG = Logger.getLogger(ScheduleWatch.class.getName());

    private final Map<String, Long> executions = new HashMap<>();

    @Inject
    private Schedules schedules;

    @Inject
    private TransfersUnderWay transfers;

    @PostConstruct
    void enrol() {
        schedules.enrol();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        try {
            transfers.reap();
            schedules.claimDue().forEach(this::start);
        } catch (DatabaseFailure | BatchRuntimeException e) {
            LOG.log(Level.WARNING, "the schedules cannot be read: {0}", e.getMessage());
        }
    }

    /** What runs gives its claim back at the end of its chunk, so that another node goes on. */
    @PreDestroy
    void stop() {
        for (var execution : executions.values()) {
            try {
                operator().stop(execution);
            } catch (BatchRuntimeException e) {
                LOG.log(Level.FINE, "it had ended", e);
            }
        }
    }

    private void start(Claim claim) {
        var parameters = new Properties();
        parameters.setProperty("routine", claim.routine().wire());
        parameters.setProperty("owner", claim.owner());
        try {
            executions.put(claim.routine().wire(), operator().start("routine", parameters));
        } catch (BatchRuntimeException e) {
            LOG.log(Level.WARNING, e, () -> claim.routine().wire() + " could not be started");
            schedules.released(claim);
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
