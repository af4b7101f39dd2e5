package dev.rollcall.transfer;

import dev.rollcall.input.Input;
import dev.rollcall.input.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** A JSON object on each line. Empty lines are passed over. */
final class NdjsonRecords implements FileRecords {

    private static final int LONGEST = 1 << 20;

    private final BufferedReader reader;
    private long line;

    NdjsonRecords(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    @Override
    public Optional<FileRecord> next() {
        for (var text = readLine(); text.isPresent(); text = readLine()) {
            if (!text.get().isBlank()) {
                return Optional.of(
                        new FileRecord(line, JsonText.object(text.get()).map(Input::ofJson), List.of()));
            }
        }
        return Optional.empty();
    }

    /** Not {@link BufferedReader#readLine()}, which would read a file without line breaks as one line, whatever its size. */
    private Optional<String> readLine() {
        line++;
        try {
            int c = reader.read();
            if (c < 0) {
                return Optional.empty();
            }
            var text = new StringBuilder();
            for (; c >= 0 && c != '\n'; c = reader.read()) {
                text.append((char) c);
                if (text.length() > LONGEST) {
                    throw new BrokenFile("Line " + line + " is longer than " + LONGEST + " characters.");
                }
            }
            return Optional.of(text.toString());
        } catch (IOException e) {
            throw new BrokenFile("Line " + line + " is not UTF-8.");
        }
    }
}
