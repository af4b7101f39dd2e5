package dev.rollcall.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A PostgreSQL of our own, for development and tests. Its data outlives it. */
final class EmbeddedDatabase {

    private static final String NAME = "rollcall";
    private static final Logger CHATTER = Logger.getLogger("io.zonky");

    private final Path data;
    private final Path binaries;
    private final Path rememberedPort;
    private final Path log;
    private EmbeddedPostgres running;

    EmbeddedDatabase(Home home) {
        this.data = home.path("postgres/data");
        this.binaries = home.path("postgres/bin");
        this.rememberedPort = home.path("postgres/port");
        this.log = home.logs().resolve("postgres.log");
    }

    Database start() {
        CHATTER.setLevel(Level.OFF);
        try {
            Files.createDirectories(binaries);
            Files.deleteIfExists(log);
            var port = port();
            var logged = Redirect.appendTo(log.toFile());
            var postgres = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on") // the builder's own choices lose what was committed
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("max_prepared_transactions", "100")
                    .setServerConfig("track_commit_timestamp", "on") // benchmarks count from the commit
                    .setRegisterShutdownHook(false) // it would not wait for the server to leave first
                    .setOutputRedirector(logged)
                    .setErrorRedirector(logged)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            running = postgres;
            createDatabase(postgres);
            Files.writeString(rememberedPort, String.valueOf(port));
            return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME), "postgres", "postgres");
        } catch (IOException | SQLException | RuntimeException failed) {
            throw new CannotRun(
                    "The embedded PostgreSQL did not start: %s. Its log is %s; to use another PostgreSQL, set DB_URL."
                            .formatted(reason(failed), log));
        }
    }

    Path log() {
        return log;
    }

    /** A fast shutdown, which ends connections that are left; so call it when the server is gone. */
    void stop() {
        Child.find(data.resolve("postmaster.pid"), data.toString()).ifPresent(postgres -> postgres.stop("INT"));
    }

    /** The first of its processes, from which the others come. */
    Optional<ProcessHandle> process() {
        return Child.find(data.resolve("postmaster.pid"), data.toString()).map(Child::process);
    }

    /** Ends it and its backends at once, as when the machine loses its power. */
    void kill() {
        Child.find(data.resolve("postmaster.pid"), data.toString()).ifPresent(Child::kill);
        try {
            running.close(); // lets go of its lock on the data
        } catch (IOException nothingToStop) {
            // it is gone, as was meant
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    /** The port of last time, so that what was set up in a database tool stays good, unless somebody has taken it since. */
    private int port() throws IOException {
        if (Files.exists(rememberedPort)) {
            return Ports.near(Integer.parseInt(Files.readString(rememberedPort).strip()));
        }
        return Ports.any();
    }

    private String reason(Exception failed) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("FATAL:") || line.contains("error:"))
                    .findFirst()
                    .orElse(failed.getMessage());
        } catch (IOException noLog) {
            return failed.getMessage();
        }
    }
}
