package dev.rollcall.run;

import java.nio.file.Path;
import java.util.Map;

/** A database and a server on it, raised together, and taken down in the opposite order however this process ends. */
final class Stage {

    private final EmbeddedDatabase embedded;
    private final Server server;

    Stage(Home home, Path wlp, String serverName) {
        embedded = new EmbeddedDatabase(home);
        server = new Server(home, wlp, serverName);
    }

    /** @param environment for the server, on top of this process's own; a DB_URL in the latter means: use that database */
    Server raise(Ports ports, Map<String, String> environment) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::takeDownAtExit, "take down"));
        var given = System.getenv();
        var database = given.containsKey("DB_URL") ? ExternalDatabase.await(given) : embedded.start();
        server.start(ports, database, environment);
        server.awaitReady();
        return server;
    }

    /** Works on what another process has raised as well: both are found by their ids. */
    void takeDown() {
        server.stop();
        embedded.stop();
    }

    private void takeDownAtExit() {
        Console.hush();
        takeDown();
    }
}
