package dev.rollcall.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts; other startup beans depend on it. A database that comes up late is waited
 * for, because the server never retries a failed application.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OLDEST_MAJOR = 15;

    @Resource(lookup = "jdbc/rollcall")
    private DataSource database;

    private volatile String version;

    @PostConstruct
    void migrate() {
        awaitDatabase();
        version = current().orElseGet(this::migrated);
    }

    /** The schema's version, for readiness. */
    public String version() {
        return version;
    }

    private Optional<String> current() {
        try {
            var current = SchemaHistory.versionIfCurrent(database);
            current.ifPresent(at -> LOG.log(Level.INFO, "database schema at version {0}", at));
            return current;
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "cannot read the history of the schema: {0}", e.getMessage());
            return Optional.empty(); // Flyway will say what is wrong, or mend it
        }
    }

    private String migrated() {
        var result = Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db")
                .failOnMissingLocations(true)
                .load()
                .migrate();
        var now = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        LOG.log(Level.INFO, "database schema at version {0}, {1} migrations run", new Object[] {
            now, result.migrationsExecuted
        });
        return now;
    }

    private void awaitDatabase() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = database.getConnection()) {
                int major = connection.getMetaData().getDatabaseMajorVersion();
                if (major < OLDEST_MAJOR) {
                    throw new IllegalStateException(
                            "PostgreSQL " + major + " is too old: Rollcall needs " + OLDEST_MAJOR + " or newer.");
                }
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "The database did not answer within " + PATIENCE.toSeconds() + " s: " + e.getMessage(), e);
                }
                LOG.log(Level.WARNING, "waiting for the database: {0}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
