package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {

    /** {@code RCPT TO} carried the low byte of each character: a code for małpa.example went to maBpa.example. */
    @ParameterizedTest(name = "{0} is {1} to a mail server")
    @CsvSource({
        "kowalski@małpa.example, kowalski@xn--mapa-11a.example",
        "jo@Example.com, jo@example.com",
        "+12015550123, +12015550123"
    })
    void attackACodeForAnInternationalDomainGoesToAnotherOne(String kept, String sent) {
        var letter = new Letter("msg_1", "App", kept, kept, kept, "Hello", null, "Hello", Instant.EPOCH, false);
        assertThat(letter.to()).isEqualTo(sent);
        assertThat(letter.from()).isEqualTo(sent);
        assertThat(letter.replyTo()).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0}: addressed {1}, international {2}")
    @CsvSource({
        "jo@example.com, true, false",
        "+12015550123, true, false",
        "łob@example.com, true, true",
        "jo@małpa.example, true, false",
        "jo@exa\u202empleł.example, false, true",
        "'jo@example.com\r\nBcc: eve@example.com', false, false",
        "'jo\n@example.com', false, false",
    })
    void isForAMailServerOnlyIfItCanBeWrittenToIt(String address, boolean addressed, boolean international) {
        var letter = new Letter("msg_1", "App", address, null, address, "Hello", null, "Hello", Instant.EPOCH, false);
        assertThat(letter.isAddressed()).isEqualTo(addressed);
        assertThat(letter.isInternational()).isEqualTo(international);
    }
}
