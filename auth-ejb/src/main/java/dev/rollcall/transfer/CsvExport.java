package dev.rollcall.transfer;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows under a line of column names (RFC 4180); lists are separated by {@code |}, objects are JSON. What a spreadsheet would not leave
 * alone gets an apostrophe, which {@link CsvRecords} takes away again: a name that begins like a formula is run, {@code 007} becomes 7. The
 * file begins with a byte order mark, without which Excel takes it for its country's own encoding.
 */
final class CsvExport implements ExportFormat {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String END = "\r\n";

    @Override
    public String head() {
        return BYTE_ORDER_MARK + FORMAT.format(ExportRow.FIELDS.toArray()) + END;
    }

    @Override
    public String line(JsonObject user) {
        return FORMAT.format(ExportRow.FIELDS.stream()
                        .map(field -> cell(user.get(field)))
                        .toArray())
                + END;
    }

    private static String guarded(String text) {
        return Spreadsheet.needsGuard(text) ? "'" + text : text;
    }

    private static String cell(JsonValue value) {
        if (value instanceof JsonString string) {
            return guarded(string.getString());
        }
        if (value instanceof JsonArray array) {
            return guarded(array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.joining("|")));
        }
        return value == null || value == JsonValue.NULL ? "" : value.toString();
    }
}
