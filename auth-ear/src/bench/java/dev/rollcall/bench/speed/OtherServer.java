package dev.rollcall.bench.speed;

import dev.rollcall.run.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of others as a child process: started, waited for, and stopped by its id, which is found again by whoever comes later. */
final class OtherServer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100); // as often as at ours

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path pidFile;
    private final URI readiness;
    private Process process;
    private volatile boolean ended;

    /** @param mark in its command line, by which it is told from whatever has its id when it is gone */
    OtherServer(List<String> command, String mark, Map<String, String> environment, Path log, String readiness) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.readiness = URI.create(readiness);
        this.pidFile = log.resolveSibling(log.getFileName() + ".pid");
        Child.find(pidFile, mark).ifPresent(leftover -> leftover.stop("TERM"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop " + command.get(0)));
    }

    /** The server itself, which a script may have started. */
    ProcessHandle process() {
        return process.descendants().findFirst().orElse(process.toHandle());
    }

    /** How long it took until it said that it is ready. */
    Duration start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        if (ended) {
            throw new IllegalStateException("Nothing is started any more.");
        }
        long begun = System.nanoTime();
        process = builder.start();
        Files.writeString(pidFile, String.valueOf(process.pid()));
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                stop();
                throw new IllegalStateException(command.get(0) + " was not ready; its log is " + log);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** While this process ends, whatever it still does must leave nothing behind. */
    private void end() {
        ended = true;
        stop();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Target.CLIENT
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
