package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instances;
import dev.rollcall.user.NewUser;
import dev.rollcall.user.StoredUser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one server writes, another one reads. */
class ExportRowTest {

    private static final StoredUser USER = new StoredUser(
            "user_2b4nJzqT5CmXw3E5ZCr5h0nV4mO",
            new NewUser(
                    "00123456789012345",
                    "Ada \"the\" first,",
                    "=1+1",
                    "de",
                    Files.BCRYPT,
                    Json.createObjectBuilder().add("plan", "pro|gold, \"yes\"").build(),
                    JsonObject.EMPTY_JSON_OBJECT,
                    JsonObject.EMPTY_JSON_OBJECT,
                    true,
                    false,
                    false,
                    true,
                    3,
                    true,
                    Instant.parse("2020-01-01T00:00:00Z"),
                    Instant.parse("2012-10-20T07:15:20.902Z")),
            "idn_2",
            "idn_5");

    private static final List<Identified> NAMED = List.of(
            email("idn_1", "a@x.org", true, false),
            email("idn_2", "b@x.org", true, false),
            email("idn_3", "c@x.org", false, false),
            email("idn_4", "d@x.org", false, true),
            new Identified(
                    "idn_5",
                    USER.id(),
                    IdentifierType.PHONE_NUMBER,
                    "+12015550123",
                    true,
                    null,
                    false,
                    false,
                    false,
                    0,
                    0));

    @Test
    void ndjsonIsReadBackAsItWas() {
        var line = new NdjsonExport().line(ExportRow.of(USER, NAMED));
        same(new NdjsonRecords(new java.io.StringReader(line)));
    }

    @Test
    void csvIsReadBackAsItWas() {
        same(Files.csv(file()));
    }

    /** CSV injection: a spreadsheet runs a cell that begins like a formula, and people choose their own names. */
    @Test
    void aNameThatIsAFormulaIsTextToASpreadsheet() {
        var line = new CsvExport().line(ExportRow.of(USER, NAMED));
        assertThat(line).contains(",'=1+1,").doesNotContain(",=1+1");
    }

    /** What a spreadsheet makes of the file when it is saved: other separators, truth in its own words, rows and columns of nothing. */
    @ParameterizedTest(name = "{1} and {0}")
    @CsvSource({"TRUE, FALSE, ','", "WAHR, FALSCH, ;", "VRAI, FAUX, ;", "True, False, TAB"})
    void ourExportSavedByASpreadsheetIsReadBackAsItWas(String yes, String no, String separator) throws IOException {
        var saved = new StringBuilder();
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator.equals("TAB") ? "\t" : separator)
                .get();
        for (var row : CSVFormat.RFC4180.parse(new StringReader(file()))) {
            var cells = row.stream()
                    .map(cell -> cell.equals("true") ? yes : cell.equals("false") ? no : cell)
                    .map(cell -> cell.equals("2012-10-20T07:15:20.902Z") ? "2012-10-20 07:15:20.902" : cell);
            saved.append(format.format(Stream.concat(cells, Stream.of("", "")).toArray()))
                    .append("\r\n");
        }
        saved.append(format.format("", "", "", "")).append("\r\n");
        same(Files.csv(saved.toString()));
    }

    @ParameterizedTest(name = "{0} is kept from being made a number, a day or truth: {1}")
    @CsvSource({
        "007, true",
        "1e5, true",
        "123456789012345678, true",
        "3-4, true",
        "5 May, true",
        "mar1, true",
        "März 5, true",
        "$5, true",
        "50 %, true",
        "'1,234.50 €', true",
        "TRUE, true",
        "wahr, true",
        "+12015550123, true",
        "12345678901234567890123456789e12, true",
        "Ada, false",
        "ada99, false",
        "a@x.org, false",
        "user_2b4nJzqT5CmXw3E5ZCr5h0nV4mO, false",
        "$2b$10$spU37hfKvA6bXGGIAh8Wv.gf8uLGXD2q665Fnct3pCQuGqrpk6t1G, false",
        "2012-10-20T07:15:20.902Z, false",
    })
    void whatASpreadsheetWouldChangeIsGuarded(String text, boolean guarded) {
        assertThat(Spreadsheet.needsGuard(text)).isEqualTo(guarded);
    }

    private static String file() {
        var export = new CsvExport();
        return (export.head() + export.line(ExportRow.of(USER, NAMED))).replaceFirst("^\uFEFF", "");
    }

    private static void same(FileRecords records) {
        var row = ImportRow.of(Instances.withPhones(), records.next().orElseThrow());
        assertThat(row.id()).contains(USER.id());
        assertThat(row.user()).isEqualTo(USER.user());
        assertThat(row.primary()).isEqualTo("b@x.org");
        assertThat(row.emails())
                .extracting(ImportRow.Contact::identifier)
                .containsExactly("a@x.org", "b@x.org", "d@x.org", "c@x.org");
        assertThat(row.phones()).extracting(ImportRow.Contact::identifier).containsExactly("+12015550123");
        assertThat(row.primaryPhone()).isEqualTo("+12015550123");
        assertThat(row.ignored()).isEmpty();
        assertThat(records.next()).isEmpty();
    }

    private static Identified email(String id, String address, boolean verified, boolean reserved) {
        return new Identified(
                id, USER.id(), IdentifierType.EMAIL_ADDRESS, address, verified, null, reserved, false, false, 0, 0);
    }
}
