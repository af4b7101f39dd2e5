package dev.rollcall.instance;

import dev.rollcall.data.Transactions;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks once a second whether another node has changed the tenancy tables, off the path of any request. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TenancyWatch {

    private static final Logger LOG = Logger.getLogger(TenancyWatch.class.getName());

    @Inject
    private Tenancies tenancies;

    @Inject
    private InstanceCache cache;

    @Inject
    private Transactions transactions;

    private long seen = -1;
    private boolean blind;

    /** Forgets what is cached when the number of changes has moved. While the database is away, what is cached stays in use. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        try {
            long now = transactions.required(tenancies::version);
            if (now != seen) {
                seen = now;
                cache.clear();
            }
            blind = false;
        } catch (RuntimeException e) {
            if (!blind) {
                LOG.log(Level.WARNING, "cannot see whether instances have changed: {0}", e.getMessage());
            }
            blind = true;
        }
    }
}
