package dev.rollcall.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.crypto.Secrets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreachServiceTest {

    /** The range 5BAA6 has the most famous password of all: SHA-1 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8. */
    private static final String REST = Secrets.sha1("password").substring(5);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1E4C9B93F3F0682250B6CF8331B7EE68FD8:52256179, true",
        "1e4c9b93f3f0682250b6cf8331b7ee68fd8:1, true",
        "003D68EB55068C33ACE09247EE4C639306B:3|1E4C9B93F3F0682250B6CF8331B7EE68FD8:9|FFF:1, true",
        "1E4C9B93F3F0682250B6CF8331B7EE68FD8:0, false",
        "1E4C9B93F3F0682250B6CF8331B7EE68FD:4, false",
        "003D68EB55068C33ACE09247EE4C639306B:3, false",
        "<html>, false",
        "'', false",
    })
    void aRangeListsWhatWasSeen(String lines, boolean listed) {
        assertThat(Secrets.sha1("password")).isEqualTo("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8");
        assertThat(BreachService.lists(lines.replace("|", "\r\n"), REST)).isEqualTo(listed);
    }
}
