package dev.rollcall.bench.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Everything that is said, on the console and in a file that is kept. */
final class Notes implements AutoCloseable {

    private final PrintWriter file;

    private Notes(PrintWriter file) {
        this.file = file;
    }

    /** A file of its own for each benchmark, named by when it began. */
    static Notes in(Path directory) throws IOException {
        var name = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        var path = directory.resolve("speed-" + name + ".md");
        var notes = new Notes(new PrintWriter(Files.newBufferedWriter(path), true));
        notes.say("Written to %s as well.", path);
        return notes;
    }

    void say(String line, Object... values) {
        var text = String.format(Locale.ROOT, line, values);
        System.out.println(text);
        file.println(text);
    }

    @Override
    public void close() {
        file.close();
    }
}
