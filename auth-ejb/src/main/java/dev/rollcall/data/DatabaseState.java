package dev.rollcall.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;

/** Whether the database can be worked with: it answers, and its schema is at least as new as this program's migrations. */
@ApplicationScoped
public class DatabaseState {

    private static final int PATIENCE_SECONDS = 5;
    private static final String SILENCE = "The database does not answer.";
    private static final String NEWEST =
            "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1";

    @Resource(lookup = "jdbc/rollcall")
    private DataSource database;

    @Inject
    private Migrator migrator;

    @Inject
    private DatabasePresence presence;

    /** What is wrong, in a sentence without addresses or names; empty if all is well. */
    public Optional<String> trouble() {
        if (presence.isAway()) {
            return Optional.of(SILENCE);
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try (var rows = statement.executeQuery(NEWEST)) {
                var expected = MigrationVersion.fromVersion(migrator.version());
                boolean known = rows.next()
                        && MigrationVersion.fromVersion(rows.getString(1)).isAtLeast(expected.getVersion());
                return known ? Optional.empty() : Optional.of("The database's schema is older than this program.");
            }
        } catch (SQLException e) {
            return Optional.of(SILENCE);
        }
    }
}
