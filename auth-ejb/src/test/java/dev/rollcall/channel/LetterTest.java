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
}
