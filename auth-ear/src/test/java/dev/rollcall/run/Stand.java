package dev.rollcall.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A server and a database for benchmarks and crash trials: on an empty home, with C2, and either of them may be killed and come again. */
public final class Stand implements AutoCloseable {

    private static final int TRIES = 20;

    private final Home home;
    private final Path wlp;
    private final String serverName;
    private final EmbeddedDatabase embedded;
    private final Server server;
    private final Map<String, String> environment;
    private final Ports ports = new Ports(Ports.any(), Ports.any());
    private Database database;
    private volatile boolean ended;

    private Stand(Home home, Path wlp, String serverName, Map<String, String> environment) {
        this.home = home;
        this.embedded = new EmbeddedDatabase(home);
        this.wlp = wlp;
        this.serverName = serverName;
        this.server = new Server(home, wlp, serverName);
        this.environment = environment;
    }

    /** @param environment for the server, on top of this process's own */
    public static Stand raise(Path directory, Path wlp, String serverName, Map<String, String> environment) {
        var home = new Home(directory);
        var stand = new Stand(home, wlp, serverName, environment);
        stand.close();
        home.logs().toFile().mkdirs();
        home.empty();
        Runtime.getRuntime().addShutdownHook(new Thread(stand::end, "take down"));
        stand.database = stand.embedded.start();
        stand.startServer();
        return stand;
    }

    /** Another node on the same database, with the same keys, which is up when this returns. It is to be closed before this one. */
    public Stand another() {
        var apart = new Home(home.path("another"));
        apart.logs().toFile().mkdirs();
        var more = new HashMap<>(environment);
        more.put("ROLLCALL_HOME", home.directory().toString());
        more.put("WLP_OUTPUT_DIR", apart.path("output").toString());
        var other = new Stand(apart, wlp, serverName, more);
        other.database = database;
        Runtime.getRuntime().addShutdownHook(new Thread(other::end, "take down another"));
        other.startServer();
        return other;
    }

    public String url() {
        return server.url();
    }

    /** A line of {@code dev.env}, which the server has written. */
    public String known(String name) {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(home.path("dev.env"))) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.getProperty(name);
    }

    /** A connection to the database under the server. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** The same for another database on that PostgreSQL. */
    public Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(database(name), database.user(), database.password());
    }

    /** Where another database on that PostgreSQL is; its user and password are both {@code postgres}. */
    public String database(String name) {
        return database.url().replaceFirst("[^/]*$", name);
    }

    /** A file in the server's home. */
    public Path file(String name) {
        return home.path(name);
    }

    /** For another server beside this one. */
    public static int freePort() {
        return Ports.any();
    }

    public ProcessHandle serverProcess() {
        return server.process();
    }

    /** PostgreSQL's first process, from which the others come. */
    public ProcessHandle databaseProcess() {
        return embedded.process().orElseThrow();
    }

    public void stopServer() {
        server.stop();
    }

    /** Starts the server as operators do: not clean, and with this environment, which wins over one of developers. Returns when it is ready. */
    public void startServerAgain(Map<String, String> asOperators) {
        refuseAtTheEnd();
        server.startAgain(ports, database, asOperators);
        server.awaitReady();
    }

    /** Starts the server and waits until it is ready. */
    public void startServer() {
        refuseAtTheEnd();
        server.start(ports, database, environment);
        server.awaitReady();
    }

    /** SIGKILL, as the kernel does it when memory runs out. */
    public void killServer() {
        server.kill();
    }

    /** SIGKILL to PostgreSQL and all of its backends. */
    public void killDatabase() {
        embedded.kill();
    }

    /** PostgreSQL on the same data and the same port. */
    public void startDatabase() {
        for (int left = TRIES; ; left--) {
            try {
                var again = embedded.start();
                if (!again.equals(database)) {
                    throw new CannotRun("Somebody has taken the database's port.");
                }
                return;
            } catch (CannotRun notYet) { // while the system cleans up after the one that was killed
                if (left == 0) {
                    throw notYet;
                }
                Pause.of(Duration.ofMillis(500));
            }
        }
    }

    @Override
    public void close() {
        server.stop();
        embedded.stop();
    }

    /** While this process ends, whatever it still does must leave nothing behind. */
    private void end() {
        ended = true;
        close();
    }

    private void refuseAtTheEnd() {
        if (ended) {
            throw new CannotRun("Nothing is started any more.");
        }
    }
}
