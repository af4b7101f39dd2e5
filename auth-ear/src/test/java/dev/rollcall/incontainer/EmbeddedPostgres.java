package dev.rollcall.incontainer;

import dev.rollcall.contract.Rollcall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;

/** The database under the server, for what cannot be seen over HTTP: what things cost, and what time does to them. */
final class EmbeddedPostgres {

    private EmbeddedPostgres() {}

    /** A connection to it; with another PostgreSQL the test is skipped, which says so. */
    static Connection connect() throws SQLException {
        var port = Rollcall.home().resolve("postgres/port");
        Assumptions.assumeTrue(Files.exists(port), "SKIPPED: needs the embedded PostgreSQL");
        try {
            var url = "jdbc:postgresql://127.0.0.1:" + Files.readString(port).strip() + "/rollcall";
            return DriverManager.getConnection(url, "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes the rows of one id and answers how many there were. */
    static int update(String sql, String id) throws SQLException {
        try (var database = connect();
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, id);
            return statement.executeUpdate();
        }
    }

    /** The one column of the one row of an id. */
    static String text(String sql, String id) throws SQLException {
        try (var database = connect();
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row: " + sql);
                }
                return rows.getString(1);
            }
        }
    }
}
