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
        var database = given.containsKey("DB_URL") ? theirs(given) : ours();
        Console.step("starting the server on port %d (its log: %s)".formatted(ports.http(), server.log()));
        server.start(ports, database, environment);
        server.awaitReady();
        return server;
    }

    private static Database theirs(Map<String, String> given) {
        Console.step("looking for the database that DB_URL names");
        return ExternalDatabase.await(given);
    }

    private Database ours() {
        Console.step("starting the database (its log: %s)".formatted(embedded.log()));
        return embedded.start();
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
