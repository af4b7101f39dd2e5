package dev.rollcall.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An Open Liberty server as a child process, configured by its environment alone, as in production. */
final class Server {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** Nobody should have to wonder whether it still goes on. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofSeconds(20);

    private final Home home;
    private final Path wlp;
    private final String name;
    private final Path pidFile;
    private final ServerLog log;
    private Ports ports;
    private Process process;

    Server(Home home, Path wlp, String name) {
        this.home = home;
        this.wlp = wlp;
        this.name = name;
        this.pidFile = home.path("server.pid");
        this.log = ServerLog.in(home);
    }

    /** Clean: what Liberty remembers of classes that have changed since makes the application lack beans. */
    void start(Ports on, Database database, Map<String, String> more) {
        start(on, database, more, List.of("--clean"));
    }

    /** As on a machine where nothing but the server's own starts ever changes anything. */
    void startAgain(Ports on, Database database, Map<String, String> more) {
        start(on, database, more, List.of());
    }

    private void start(Ports on, Database database, Map<String, String> more, List<String> options) {
        ports = on;
        var line = new ArrayList<>(List.of(wlp.resolve("bin/server").toString(), "run", name));
        line.addAll(options);
        var command = new ProcessBuilder(line);
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "LOG_DIR", home.logs().toString(),
                        "DB_URL", database.url(),
                        "DB_USER", database.user(),
                        "DB_PASSWORD", database.password(),
                        "HTTP_PORT", String.valueOf(ports.http()),
                        "HTTPS_PORT", String.valueOf(ports.https()),
                        "ROLLCALL_DEV", "true",
                        "ROLLCALL_HOME", home.directory().toString()));
        command.environment()
                .putIfAbsent("METRICS_AUTHENTICATION", String.valueOf(isOpenToOthers(command.environment())));
        command.environment().putAll(more);
        try {
            Files.deleteIfExists(log());
            process = command.redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.console().toFile()))
                    .start();
            Files.writeString(pidFile, String.valueOf(process.pid())); // the script execs: this is the server itself
        } catch (IOException failed) {
            throw new CannotRun("The server could not be started: " + failed.getMessage());
        }
    }

    void awaitReady() {
        var begun = Instant.now();
        var giveUp = begun.plus(PATIENCE);
        var remind = begun.plus(BETWEEN_REMINDERS);
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var readiness = HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!answers(client, readiness)) {
            if (!process.isAlive()) {
                throw new CannotRun("The server ended before it was ready (exit code %d): %s."
                        .formatted(process.exitValue(), log.ending()));
            }
            log.failure().ifPresent(failure -> {
                throw new CannotRun("%s; the server's log is %s.".formatted(failure, log()));
            });
            var now = Instant.now();
            if (now.isAfter(giveUp)) {
                throw new CannotRun("The server was not ready after %d seconds; its log is %s."
                        .formatted(PATIENCE.toSeconds(), log()));
            }
            if (now.isAfter(remind)) {
                Console.step("the server still starts, after %d s"
                        .formatted(Duration.between(begun, now).toSeconds()));
                remind = now.plus(BETWEEN_REMINDERS);
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** Returns when somebody has stopped the server in an orderly way; any other end of it is a failure. */
    void awaitEnd() throws InterruptedException {
        var code = process.waitFor();
        if (code != 0) {
            throw new CannotRun("The server ended unexpectedly (exit code %d); its log is %s.".formatted(code, log()));
        }
    }

    /** Lets it finish what it is doing. Finds it by its id, and so stops one of an earlier launcher as well. */
    void stop() {
        Child.find(pidFile, "ws-server.jar " + name).ifPresent(server -> server.stop("TERM"));
    }

    /** Gives it no time to finish anything. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    String url() {
        return "http://localhost:" + ports.http();
    }

    String secureUrl() {
        return "https://localhost:" + ports.https();
    }

    Path log() {
        return log.messages();
    }

    /** Metrics are shown to whoever develops on this machine, and to nobody else. */
    private static boolean isOpenToOthers(Map<String, String> environment) {
        return !environment.getOrDefault("HTTP_HOST", "localhost").equals("localhost");
    }

    private static boolean answers(HttpClient client, HttpRequest readiness) {
        try {
            return client.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted.");
        }
    }
}
