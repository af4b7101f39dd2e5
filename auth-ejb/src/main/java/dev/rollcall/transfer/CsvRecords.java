package dev.rollcall.transfer;

import dev.rollcall.input.Input;
import dev.rollcall.transfer.TransferNotes.Note;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows under a line of column names (RFC 4180). An empty cell says nothing. */
final class CsvRecords implements FileRecords {

    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    private final boolean lenient;
    private final RationedReader ration;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long line = 1;

    /** @param lenient whether columns that we do not know are passed over; else there must be none */
    CsvRecords(Reader reader, boolean lenient) {
        this.lenient = lenient;
        var format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try {
            ration = new RationedReader(reader);
            parser = format.parse(ration);
            records = parser.iterator();
        } catch (IOException e) {
            throw new BrokenFile("The file is not UTF-8.");
        }
        columns = read().map(r -> r.stream().map(String::strip).toList()).orElse(List.of());
        check();
    }

    @Override
    public Optional<FileRecord> next() {
        long begins = line;
        return read().map(row -> record(begins, row));
    }

    private Optional<CSVRecord> read() {
        try {
            ration.renew();
            if (!records.hasNext()) {
                return Optional.empty();
            }
            var next = records.next();
            line = parser.getCurrentLineNumber() + 1;
            return Optional.of(next);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new BrokenFile("From line " + line + " on the file is no CSV in UTF-8.");
        }
    }

    private FileRecord record(long begins, CSVRecord row) {
        if (row.size() > columns.size()) {
            return new FileRecord(begins, Optional.empty(), List.of());
        }
        var fields = new LinkedHashMap<String, List<String>>();
        var unknown = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            var name = columns.get(i);
            var cell = unguarded(row.get(i));
            if (cell.isBlank()) {
                continue;
            }
            if (!ImportRow.KNOWN.contains(name)) {
                unknown.add(name);
            } else {
                fields.put(name, ImportRow.LISTS.contains(name) ? List.of(SEPARATOR.split(cell)) : List.of(cell));
            }
        }
        return new FileRecord(begins, Optional.of(Input.ofForm(fields)), unknown);
    }

    /** Clerk's files know no guards. */
    private String unguarded(String cell) {
        return !lenient && cell.startsWith("'") && CsvExport.needsGuard(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private void check() {
        if (columns.stream().distinct().count() < columns.size()) {
            throw new BrokenFile("Line 1 names a column twice.");
        }
        if (columns.stream().noneMatch(ImportRow.KNOWN::contains)) {
            throw new BrokenFile("Line 1 must name the columns.");
        }
        if (!lenient) {
            columns.stream()
                    .filter(c -> !ImportRow.KNOWN.contains(c))
                    .findFirst()
                    .ifPresent(c -> {
                        throw new BrokenFile("Line 1 names a column that is not known: " + Note.printable(c) + ".");
                    });
        }
    }
}
