package dev.rollcall.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;

/** Tells this node's workers of new work as soon as others can see it; those of other nodes find it when they look. */
@ApplicationScoped
class JobWake {

    @Inject
    private JobSignal signal;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Rings for work of this priority when the current transaction is committed. */
    void afterCommit(Priority priority, Instant runAt) {
        transaction.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                // there is nothing to be seen yet
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.wake(priority, runAt);
                }
            }
        });
    }
}
