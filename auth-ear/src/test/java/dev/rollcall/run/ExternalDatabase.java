package dev.rollcall.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The PostgreSQL that DB_URL names. It is waited for while it is down, and judged once it answers. */
final class ExternalDatabase {

    private static final int OLDEST_VERSION = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_REMINDERS = Duration.ofSeconds(10);

    private final Database database;
    private final Properties parts;

    private ExternalDatabase(Database database) {
        this.database = database;
        this.parts = Driver.parseURL(database.url(), new Properties());
        if (parts == null) {
            throw new CannotRun(
                    "DB_URL is not a PostgreSQL address: it should look like jdbc:postgresql://host:5432/rollcall.");
        }
    }

    /** Returns once the database is there and fit; what is not given falls back to the defaults of datasource.xml. */
    static Database await(Map<String, String> environment) {
        var database = new Database(
                environment.get("DB_URL"),
                environment.getOrDefault("DB_USER", "rollcall"),
                environment.getOrDefault("DB_PASSWORD", ""));
        new ExternalDatabase(database).await();
        return database;
    }

    private void await() {
        var giveUp = Instant.now().plus(PATIENCE);
        var remind = Instant.now();
        while (!answers()) {
            var now = Instant.now();
            if (now.isAfter(giveUp)) {
                throw new CannotRun("No PostgreSQL answered at %s for %d seconds: start it, or correct DB_URL."
                        .formatted(where(), PATIENCE.toSeconds()));
            }
            if (!now.isBefore(remind)) {
                Console.step("waiting for PostgreSQL at %s".formatted(where()));
                remind = now.plus(BETWEEN_REMINDERS);
            }
            Pause.of(BETWEEN_TRIES);
        }
    }

    private boolean answers() {
        var login = new Properties();
        PGProperty.USER.set(login, database.user());
        PGProperty.PASSWORD.set(login, database.password());
        PGProperty.CONNECT_TIMEOUT.set(login, 5);
        try (var connection = DriverManager.getConnection(database.url(), login)) {
            judge(connection);
            return true;
        } catch (SQLException refused) {
            return judge(refused);
        }
    }

    private void judge(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw new CannotRun("PostgreSQL at %s is version %s: Rollcall needs %d or later."
                    .formatted(where(), server.getDatabaseProductVersion(), OLDEST_VERSION));
        }
    }

    /** Answers false where waiting may help. */
    private boolean judge(SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        if (state.equals("3D000")) {
            throw new CannotRun(
                    "PostgreSQL at %s has no such database: create it, or correct DB_URL.".formatted(where()));
        }
        if (state.startsWith("28") || state.equals("08004")) { // 08004: it wants a password, and none is given
            throw new CannotRun("PostgreSQL at %s turns user %s away: check DB_USER and DB_PASSWORD."
                    .formatted(where(), database.user()));
        }
        // 08: no connection; 57: starting or shutting down; 53: out of connections
        if (state.startsWith("08") || state.startsWith("57") || state.startsWith("53")) {
            return false;
        }
        throw new CannotRun("PostgreSQL at %s cannot be used: %s".formatted(where(), refused.getMessage()));
    }

    /** Never the whole URL, which may carry a password. */
    private String where() {
        return PGProperty.PG_HOST.getOrDefault(parts) + ":" + PGProperty.PG_PORT.getOrDefault(parts) + "/"
                + PGProperty.PG_DBNAME.getOrDefault(parts);
    }
}
