package dev.rollcall.upkeep;

import dev.rollcall.data.Transactions;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes domains anew before anybody looks for them. A server starts without that, too: the clean-up goes on with it. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class RespellingAtStart {

    private static final Logger LOG = Logger.getLogger(RespellingAtStart.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    private RespelledDomains domains;

    @Inject
    private Transactions transactions;

    @PostConstruct
    void start() {
        try {
            while (transactions.separate(() -> domains.sweep("", AT_ONCE)) > 0) {
                LOG.log(Level.FINE, "domains are written in one form");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "domains of addresses are written in one form later", e);
        }
    }
}
