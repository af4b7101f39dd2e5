package dev.rollcall.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that one running Rollcall keeps its data, keys and logs in. Ours alone for as long as this process lives. */
final class Home {

    private final Path directory;
    private final FileLock lock;

    Home(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(logs());
            var file = FileChannel.open(path("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = file.tryLock();
        } catch (IOException unwritable) {
            throw new CannotRun("Cannot write to %s: %s".formatted(this.directory, unwritable.getMessage()));
        }
        if (lock == null) {
            throw new CannotRun("Another Rollcall runs in %s: stop that one first.".formatted(this.directory));
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    Path logs() {
        return path("logs");
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
