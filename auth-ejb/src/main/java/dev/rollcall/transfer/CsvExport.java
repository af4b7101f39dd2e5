package dev.rollcall.transfer;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows under a line of column names (RFC 4180); lists are separated by {@code |}, objects are JSON. People choose their own names, and a
 * spreadsheet would run one that begins like a formula: such a cell gets an apostrophe, which {@link CsvRecords} takes away again.
 */
final class CsvExport implements ExportFormat {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String END = "\r\n";

    @Override
    public String head() {
        return FORMAT.format(ExportRow.FIELDS.toArray()) + END;
    }

    @Override
    public String line(JsonObject user) {
        return FORMAT.format(ExportRow.FIELDS.stream()
                        .map(field -> guarded(cell(user.get(field))))
                        .toArray())
                + END;
    }

    /** Whether a spreadsheet could take the cell for more than text, or its first character for the apostrophe of such a cell. */
    static boolean needsGuard(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n'".indexOf(cell.charAt(0)) >= 0;
    }

    private static String guarded(String cell) {
        return needsGuard(cell) ? "'" + cell : cell;
    }

    private static String cell(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.joining("|"));
        }
        return value == null || value == JsonValue.NULL ? "" : value.toString();
    }
}
