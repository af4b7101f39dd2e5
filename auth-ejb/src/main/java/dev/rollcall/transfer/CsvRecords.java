package dev.rollcall.transfer;

import dev.rollcall.input.Input;
import dev.rollcall.transfer.TransferNotes.Note;
import java.io.BufferedReader;
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

/**
 * Rows under a line of column names (RFC 4180). An empty cell says nothing. Spreadsheets write what they have read in their own way: with
 * semicolons or tabs where a comma parts decimals, truth in capitals or in the words of their language, empty rows and columns.
 */
final class CsvRecords implements FileRecords {

    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_NAMES = 1 << 13;

    private final boolean lenient;
    private final RationedReader ration;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long line = 1;

    /** @param lenient whether columns that we do not know are passed over; else there must be none */
    CsvRecords(Reader reader, boolean lenient) {
        this.lenient = lenient;
        try {
            var whole = new BufferedReader(reader, LONGEST_NAMES);
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(separator(whole))
                    .setIgnoreEmptyLines(true)
                    .get();
            ration = new RationedReader(whole);
            parser = format.parse(ration);
            records = parser.iterator();
        } catch (IOException e) {
            throw new BrokenFile("The file is not UTF-8.");
        }
        columns = read().map(r -> r.stream().map(String::strip).toList()).orElse(List.of());
        line = parser.getCurrentLineNumber() + 1;
        check();
    }

    @Override
    public Optional<FileRecord> next() {
        while (true) {
            long begins = line;
            var row = read();
            line = parser.getCurrentLineNumber() + 1;
            if (row.isEmpty() || !isBlank(row.get())) {
                return row.map(cells -> record(begins, cells));
            }
        }
    }

    /** Spreadsheets write rows of separators where somebody has emptied the cells. */
    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** What parts the names of the columns, none of which holds any such sign. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_NAMES);
        var separator = ',';
        for (int i = 0, c = reader.read();
                i < LONGEST_NAMES - 1 && c >= 0 && c != '\n' && c != '\r';
                c = reader.read()) {
            if (SEPARATORS.indexOf(c) >= 0) {
                separator = (char) c;
                break;
            }
            i++;
        }
        reader.reset();
        return separator;
    }

    private Optional<CSVRecord> read() {
        try {
            ration.renew();
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new BrokenFile("From line " + line + " on the file is no CSV in UTF-8.");
        }
    }

    private FileRecord record(long begins, CSVRecord row) {
        if (row.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            return new FileRecord(begins, Optional.empty(), List.of());
        }
        var fields = new LinkedHashMap<String, List<String>>();
        var unknown = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            var name = columns.get(i);
            var cell = Spreadsheet.plain(name, unguarded(row.get(i)));
            if (cell.isBlank()) {
                continue;
            }
            if (name.isEmpty()) {
                return new FileRecord(begins, Optional.empty(), List.of());
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
        return !lenient && cell.startsWith("'") && Spreadsheet.needsGuard(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private void check() {
        var named = columns.stream().filter(name -> !name.isEmpty()).toList();
        if (named.stream().distinct().count() < named.size()) {
            throw new BrokenFile("Line 1 names a column twice.");
        }
        if (columns.stream().noneMatch(ImportRow.KNOWN::contains)) {
            throw new BrokenFile("Line 1 must name the columns.");
        }
        if (!lenient) {
            named.stream().filter(c -> !ImportRow.KNOWN.contains(c)).findFirst().ifPresent(c -> {
                throw new BrokenFile("Line 1 names a column that is not known: " + Note.printable(c) + ".");
            });
        }
    }
}
