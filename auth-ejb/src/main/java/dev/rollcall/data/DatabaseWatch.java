package dev.rollcall.data;

import dev.rollcall.config.ServerConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Asks the database for a sign of life all the time, by a connection that is kept for that. A server that hangs refuses nothing, so
 * only silence tells; and {@code statement_timeout} is of no use then, for it is kept by the server that hangs.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseWatch {

    private static final int REST_MILLIS = 250;
    private static final int PATIENCE_MILLIS = 1_500;

    @Resource(lookup = "jdbc/watch", shareable = false)
    private DataSource probe;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    @Inject
    private DatabasePresence presence;

    @Inject
    private ServerConfig config;

    private ScheduledFuture<?> watching;

    @PostConstruct
    void start() {
        int patience = config.number("ROLLCALL_DATABASE_PATIENCE_MS", PATIENCE_MILLIS);
        watching = executor.scheduleWithFixedDelay(
                () -> presence.check(() -> ask(probe, patience, executor)), 0, REST_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        watching.cancel(true);
    }

    /** One question, and an answer in time. */
    static void ask(DataSource source, int patienceMillis, Executor executor) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setNetworkTimeout(executor, patienceMillis);
            try (var statement = connection.createStatement()) {
                statement.execute("show server_version");
            }
        }
    }
}
