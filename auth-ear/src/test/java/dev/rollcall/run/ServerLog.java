package dev.rollcall.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a server wrote while it started: Liberty's messages, and the bare console for what ends before Liberty can write any. */
record ServerLog(Path messages, Path console) {

    /** Liberty's number for "the application did not start"; without it we would wait in vain. */
    private static final String APPLICATION_FAILED = "CWWKZ0002E";
    /** And for a port that somebody else has: Liberty itself goes on without it. */
    private static final String PORT_TAKEN = "CWWKO0221E: ";

    private static final String CAUSED_BY = "Caused by: ";
    /** The level of an error stands alone in its column, or at the end of its message's number. */
    private static final Pattern ERROR = Pattern.compile("^\\[[^]]+] \\S+ \\S+\\s+E (.*)$|(\\b[A-Z]{4,5}\\d{4}E: .*)");

    static ServerLog in(Home home) {
        return new ServerLog(home.logs().resolve("messages.log"), home.logs().resolve("console.log"));
    }

    /** What keeps a server that still runs from ever being ready; of an application, the innermost cause that stands before it. */
    Optional<String> failure() {
        var cause = "no cause given";
        for (var line : lines(messages)) {
            if (line.startsWith(CAUSED_BY)) {
                cause = line.substring(CAUSED_BY.length());
            } else if (line.contains(APPLICATION_FAILED)) {
                return Optional.of("The application did not start (%s)".formatted(cause));
            } else if (line.contains(PORT_TAKEN)) {
                var words = line.substring(line.indexOf(PORT_TAKEN) + PORT_TAKEN.length());
                return Optional.of("The server did not get its port (%s)".formatted(words));
            }
        }
        return Optional.empty();
    }

    /** Why a server ended, with the file to read on in: the last cause or error in it, or else what it said last of all. */
    String ending() {
        var written = lines(messages);
        var file = written.isEmpty() ? console : messages;
        var cause = cause(written).or(() -> cause(lines(console))).or(() -> last(lines(file)));
        return "%s; its log is %s".formatted(cause.orElse("it has said nothing"), file);
    }

    private static Optional<String> cause(List<String> lines) {
        var causes = lines.stream().flatMap(line -> cause(line).stream()).toList();
        return last(causes);
    }

    private static Optional<String> cause(String line) {
        if (line.startsWith(CAUSED_BY)) {
            return Optional.of(line.substring(CAUSED_BY.length()));
        }
        var error = ERROR.matcher(line);
        if (error.find()) {
            return Optional.ofNullable(error.group(1)).or(() -> Optional.of(error.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<String> last(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).reduce((earlier, later) -> later);
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new CannotRun("Cannot read the server's log %s: %s".formatted(file, unreadable.getMessage()));
        }
    }
}
