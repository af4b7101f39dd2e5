package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRecordsTest {

    @Test
    void everyLineOfNdjsonIsARecordOfItsOwn() {
        var all = Files.all(Files.ndjson("{'id': 'a'}", "", "no object", "[1]", "{'id': 'b'}\r"));
        assertThat(all).extracting(FileRecord::line).containsExactly(1L, 3L, 4L, 5L);
        assertThat(all).extracting(r -> r.fields().isPresent()).containsExactly(true, false, false, true);
    }

    @Test
    void aCellMayHoldLinesAndTheLinesAreCounted() {
        var all = Files.all(Files.csv("id,first_name\r\na,\"two\nlines\"\r\n\r\nb,\"a \"\"quoted\"\" name\"\r\n"));
        assertThat(all).extracting(FileRecord::line).containsExactly(2L, 4L);
        assertThat(all.get(0).fields().orElseThrow().text("first_name")).contains("two\nlines");
        assertThat(all.get(1).fields().orElseThrow().text("first_name")).contains("a \"quoted\" name");
    }

    @Test
    void listsAreSeparatedByABar() {
        var all = Files.all(Files.csv("id,verified_email_addresses\na,x@y.zz|b@c.dd\n"));
        assertThat(all.get(0).fields().orElseThrow().list("verified_email_addresses"))
                .containsExactly("x@y.zz", "b@c.dd");
    }

    @Test
    void anUnknownColumnIsPassedOverInClerksFilesAlone() {
        var text = "id,shoe_size\na,43\nb,\n";
        assertThat(Files.all(Files.clerkCsv(text)))
                .extracting(FileRecord::unknown)
                .containsExactly(java.util.List.of("shoe_size"), java.util.List.of());
        assertThatThrownBy(() -> Files.csv(text)).isInstanceOf(BrokenFile.class).hasMessageContaining("shoe_size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b.cc,Ada\n", "id,id\na,b\n"})
    void aFileThatDoesNotNameItsColumnsIsRefused(String text) {
        assertThatThrownBy(() -> Files.clerkCsv(text)).isInstanceOf(BrokenFile.class);
    }

    @Test
    void aQuoteThatNeverEndsEndsTheFile() {
        var records = Files.csv("id\na\n\"b\nc\n");
        assertThat(records.next()).isPresent();
        assertThatThrownBy(records::next).isInstanceOf(BrokenFile.class).hasMessageContaining("line 3");
    }

    @Test
    void aRowWithTooManyCellsIsRefusedAndTheNextOneRead() {
        var all = Files.all(Files.csv("id,first_name\na,b,c\nd,e\n"));
        assertThat(all).extracting(r -> r.fields().isPresent()).containsExactly(false, true);
    }

    @Test
    void truthIsReadAsSpreadsheetsWriteIt() {
        var all = Files.all(Files.clerkCsv("id;banned\na;TRUE\nb;falsch\nc;maybe\n"));
        assertThat(all.get(0).fields().orElseThrow().flag("banned")).contains(true);
        assertThat(all.get(1).fields().orElseThrow().flag("banned")).contains(false);
        assertThatThrownBy(() -> all.get(2).fields().orElseThrow().flag("banned"))
                .isInstanceOf(dev.rollcall.error.Refusal.class);
    }

    @Test
    void rowsAndColumnsOfNothingArePassedOver() {
        var all = Files.all(Files.csv("id,first_name,,\na,Ada,,\n,,,\nb,,,\nc,,,x\n"));
        assertThat(all).extracting(FileRecord::line).containsExactly(2L, 4L, 5L);
        assertThat(all).extracting(r -> r.fields().isPresent()).containsExactly(true, true, false);
    }

    /** Import bomb: the rest of the file is one cell. */
    @Test
    void aQuoteThatNeverEndsDoesNotFillTheMemory() {
        var records = Files.csv("id,first_name\na,Ada\n\"" + "x\n".repeat(2_000_000));
        assertThat(records.next()).isPresent();
        assertThatThrownBy(records::next).isInstanceOf(BrokenFile.class).hasMessageContaining("line 3");
    }

    @Test
    void aLongFileOfShortRecordsIsNoBomb() {
        assertThat(Files.all(Files.csv("id\n" + "abcdefgh\n".repeat(300_000)))).hasSize(300_000);
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() {
        var records = Files.ndjson("{'id': '" + "x".repeat(2_000_000) + "'}");
        assertThatThrownBy(records::next).isInstanceOf(BrokenFile.class);
    }

    @Test
    void whatIsNoUtf8EndsTheFile() {
        byte[] latin = "{\"first_name\": \"J\u00f6rg\"}".getBytes(StandardCharsets.ISO_8859_1);
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var parts = new PartsStream(n -> n == 1 ? Optional.of(latin) : Optional.empty());
        var records = new NdjsonRecords(new InputStreamReader(parts, decoder));
        assertThatThrownBy(records::next).isInstanceOf(BrokenFile.class).hasMessageContaining("UTF-8");
    }

    @Test
    void aLetterMayBeSplitBetweenTwoParts() {
        byte[] text = "{\"first_name\": \"J\u00f6rg\"}".getBytes(StandardCharsets.UTF_8);
        var parts = new PartsStream(n -> n <= text.length ? Optional.of(new byte[] {text[n - 1]}) : Optional.empty());
        var records = new NdjsonRecords(new InputStreamReader(parts, StandardCharsets.UTF_8));
        assertThat(records.next().orElseThrow().fields().orElseThrow().text("first_name"))
                .contains("J\u00f6rg");
    }
}
