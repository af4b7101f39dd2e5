package dev.rollcall.instance;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.config.StartCheck;
import dev.rollcall.crypto.Sealer;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives an empty server its first application, and a developer the keys to it in {@code ROLLCALL_HOME/dev.env}. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class.getName());

    @Inject
    private FirstStart firstStart;

    @Inject
    private Sealer sealer;

    @Inject
    private ServerConfig config;

    @PostConstruct
    void start() {
        try {
            StartCheck.trouble(config).ifPresent(trouble -> {
                throw new IllegalStateException(trouble);
            });
            sealer.mac("start", ""); // a missing key-encryption key stops the server here, not at the first sign-in
            firstStart.run().ifPresent(keys -> {
                var file = keys.writeTo(config.home(), config.publicUrl());
                LOG.log(Level.INFO, "development keys are in {0}", file);
            });
        } catch (RuntimeException e) {
            var reason = reason(e);
            LOG.severe(reason);
            throw new IllegalStateException(
                    reason); // without its causes: the container repeats them several times over
        }
    }

    /** The innermost message: proxies and interceptors only wrap it. */
    private static String reason(Throwable problem) {
        var inner = problem;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.toString() : inner.getMessage();
    }
}
