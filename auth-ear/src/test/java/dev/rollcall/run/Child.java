package dev.rollcall.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process of ours. It is known by its id, so that one whose launcher was killed can still be found and stopped. */
public record Child(ProcessHandle process) {

    private static final Duration KINDLY = Duration.ofSeconds(30);

    /** The living process whose id is the first line of the file, if its command line bears the mark: ids are used again. */
    public static Optional<Child> find(Path pidFile, String mark) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(process -> process.info().commandLine().orElse("").contains(mark))
                    .map(Child::new);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Asks with the signal, waits, and at last insists. */
    public void stop(String signal) {
        try {
            if (process.isAlive()) {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                process.onExit().get(KINDLY.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (TimeoutException | ExecutionException | IOException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Kills it with all that it has started, and waits until they are gone. */
    void kill() {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(killed -> killed.onExit().join());
    }
}
