package dev.rollcall.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.data.Migrator;
import dev.rollcall.data.SchemaHistory;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The schema is there before anything asks for it. Also the pattern of a test that runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class MigratorIT {

    @Inject
    private Migrator migrator;

    @Resource(lookup = "jdbc/rollcall")
    private DataSource database;

    @Test
    void theSchemaIsUpToDate() {
        assertNotNull(migrator.version());
    }

    /** As {@code SchemaHistory} reckons, which lets a start do without Flyway. */
    @Test
    void flywayAndWeAgreeOnWhatHasBeenRun() throws SQLException {
        var written = new TreeMap<String, Integer>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT script, checksum FROM flyway_schema_history")) {
            while (rows.next()) {
                written.put(rows.getString(1), rows.getInt(2));
            }
        }
        assertEquals(written, new TreeMap<>(SchemaHistory.written()));
    }

    @Test
    void thisRunsInsideTheServer() {
        assertTrue(getClass().getClassLoader().getClass().getName().startsWith("com.ibm.ws"));
    }
}
