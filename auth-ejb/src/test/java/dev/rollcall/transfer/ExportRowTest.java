package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instances;
import dev.rollcall.user.NewUser;
import dev.rollcall.user.StoredUser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one server writes, another one reads. */
class ExportRowTest {

    private static final StoredUser USER = new StoredUser(
            "user_2b4nJzqT5CmXw3E5ZCr5h0nV4mO",
            new NewUser(
                    "e-1",
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
        var export = new CsvExport();
        same(Files.csv(export.head() + export.line(ExportRow.of(USER, NAMED))));
    }

    /** CSV injection: a spreadsheet runs a cell that begins like a formula, and people choose their own names. */
    @Test
    void aNameThatIsAFormulaIsTextToASpreadsheet() {
        var line = new CsvExport().line(ExportRow.of(USER, NAMED));
        assertThat(line).contains(",'=1+1,").doesNotContain(",=1+1");
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
