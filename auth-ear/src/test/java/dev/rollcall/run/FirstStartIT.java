package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.contract.Rollcall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts Rollcall reads in a line each what it does, and at a failure what is wrong and which log says more. */
class FirstStartIT {

    @TempDir
    private Path temp;

    private Home home;

    @BeforeEach
    void aHome() throws IOException {
        home = new Home(temp.resolve("home"));
        Files.createDirectories(home.logs());
    }

    @Test
    void everyStepIsALineAndSoIsTheFailure() throws IOException, InterruptedException {
        var port = Rollcall.home().resolve("postgres/port");
        Assumptions.assumeTrue(Files.exists(port), "SKIPPED: needs the embedded PostgreSQL");
        liberty("""
            echo "[01/12/26, 10:24:42:000 UTC] 00000001 com.ibm.ws.kernel   E CWWKE0001E: no such feature" \\
                > "$LOG_DIR/messages.log"
            exit 3
            """);
        var written = temp.resolve("written");
        var run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        home.directory().toString(),
                        temp.toString(),
                        "a-server")
                .redirectErrorStream(true)
                .redirectOutput(written.toFile());
        run.environment()
                .putAll(Map.of(
                        "DB_URL",
                                "jdbc:postgresql://127.0.0.1:%s/rollcall"
                                        .formatted(Files.readString(port).strip()),
                        "DB_USER", "postgres",
                        "DB_PASSWORD", "postgres",
                        "HTTP_PORT", String.valueOf(Ports.any()),
                        "HTTPS_PORT", String.valueOf(Ports.any())));
        assertThat(run.start().waitFor()).isEqualTo(1);
        var lines = Files.readAllLines(written);
        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("Rollcall: "));
        assertThat(lines.get(0)).contains("database");
        assertThat(lines.get(1)).contains("starting the server", log());
        assertThat(lines.get(2)).contains("exit code 3", "CWWKE0001E: no such feature", log());
    }

    @Test
    void aServerThatCannotEvenLogIsQuotedFromItsConsole() throws IOException {
        liberty("echo 'Unrecognized VM option NoSuchThing'; exit 1");
        assertThatThrownBy(this::start)
                .hasMessageContainingAll("ended before it was ready", "NoSuchThing", "logs/console.log");
    }

    @Test
    void anApplicationThatFailsIsQuotedByItsInnermostCause() throws IOException {
        liberty("""
            printf '%s\\n' 'java.lang.RuntimeException: outer' 'Caused by: java.io.IOException: the inner one' \\
                '[x] 1 y E CWWKZ0002E: An exception occurred while starting the application' > "$LOG_DIR/messages.log"
            exec sleep 20
            """);
        assertThatThrownBy(this::start).hasMessageContainingAll("application did not start", "the inner one", log());
    }

    @Test
    void aPortThatWasTakenInTheMeantimeIsNotWaitedFor() throws IOException {
        liberty("""
            echo '[x] 1 y E CWWKO0221E: TCP channel could not obtain the port 9080.' > "$LOG_DIR/messages.log"
            exec sleep 20
            """);
        assertThatThrownBy(this::start).hasMessageContainingAll("did not get its port", "9080", log());
    }

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());
            assertThatThrownBy(() -> Ports.claim(Map.of("HTTP_PORT", port)))
                    .hasMessageContainingAll("Port " + port + " is in use", "HTTP_PORT");
        }
    }

    @Test
    void aDatabaseThatDoesNotStartIsQuotedFromItsLog() throws IOException {
        Files.createDirectories(home.path("postgres"));
        Files.writeString(home.path("postgres/data"), "no directory");
        assertThatThrownBy(() -> new EmbeddedDatabase(home).start())
                .hasMessageContainingAll("did not start", "postgres/data", "logs/postgres.log");
    }

    /** Starts what stands in for Liberty, and leaves nothing of it. */
    private void start() {
        var server = new Server(home, temp, "a-server");
        server.start(new Ports(Ports.any(), Ports.any()), new Database("", "", ""), Map.of());
        try {
            server.awaitReady();
        } finally {
            server.kill();
        }
    }

    private void liberty(String script) throws IOException {
        var file = Files.createDirectories(temp.resolve("bin")).resolve("server");
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private String log() {
        return home.logs().resolve("messages.log").toString();
    }
}
