package dev.rollcall.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** The directory that one running Rollcall keeps its data, keys and logs in. */
record Home(Path directory) {

    private static final String LOCK = "lock";

    Home {
        directory = directory.toAbsolutePath().normalize();
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    Path logs() {
        return path("logs");
    }

    /** Makes the directory ours alone, until the lock is closed or this process ends. */
    FileLock lock() {
        try {
            Files.createDirectories(logs());
            var lock = FileChannel.open(path(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new CannotRun("Another Rollcall runs in %s: stop that one first.".formatted(directory));
            }
            return lock;
        } catch (IOException unwritable) {
            throw new CannotRun("Cannot write to %s: %s".formatted(directory, unwritable.getMessage()));
        }
    }

    /** Leaves nothing of earlier runs; what those had running must have been stopped. */
    void empty() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory) && !file.equals(path(LOCK))) {
                    Files.delete(file);
                }
            }
            Files.createDirectories(logs());
        } catch (IOException stuck) {
            throw new CannotRun("Cannot empty %s: %s".formatted(directory, stuck.getMessage()));
        }
    }
}
