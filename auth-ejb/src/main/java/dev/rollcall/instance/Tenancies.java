package dev.rollcall.instance;

import dev.rollcall.data.Roots;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Announces changes to the tenancy tables: on this node right after the commit, on others within a second (see {@link
 * TenancyWatch}).
 */
@ApplicationScoped
public class Tenancies {

    @Inject
    private Roots roots;

    @Inject
    private InstanceCache cache;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /**
     * Comes first in every transaction that changes these tables: such changes follow one another, so each may check before it
     * writes. Public for whatever else every node caches by instance.
     */
    public void change() {
        lock().changed();
        transaction.registerInterposedSynchronization(new AfterCommit());
    }

    /** Keeps others from changing these tables until the transaction ends. */
    Tenancy lock() {
        return roots.lock(Tenancy.class, Tenancy.ID)
                .orElseThrow(() -> new IllegalStateException("the tenancy row is gone"));
    }

    /** The number of changes so far. */
    long version() {
        return roots.find(Tenancy.class, Tenancy.ID).map(Tenancy::version).orElse(0L);
    }

    private final class AfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing has changed yet
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                cache.clear();
            }
        }
    }
}
