package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.outbound.OutboundAnswer;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal means: of this letter for good, or of us for now. No reason repeats an address. */
class RepliesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RCPT TO:<ada@example.com>, 550 5.1.1 <ada@example.com> unknown, the mail server answered 550 5.1.1 to RCPT",
        "DATA, 554 5.7.1 no, the mail server answered 554 5.7.1 to DATA",
        "'\r\n.', 552 too large, the mail server answered 552 to DATA",
    })
    void aMailServerRefusesALetterForGood(String command, String line, String reason) {
        assertThat(reply(command, line).receipt()).isEqualTo(new Receipt.Refused(reason));
    }

    /** Postfix's 450 for a domain that is not found is about one recipient, and stopped the mail of everybody at that server. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RCPT TO:<ada@example.com>, 450 4.1.2 <ada@example.com> Domain not found, the mail server answered 450 4.1.2 to RCPT",
        "RCPT TO:<ada@example.com>, 452 4.2.2 full, the mail server answered 452 4.2.2 to RCPT",
        "'\r\n.', 451 4.7.1 greylisted ada@example.com, the mail server answered 451 4.7.1 to DATA",
    })
    void aMailServerPutsALetterOff(String command, String line, String reason) {
        assertThat(reply(command, line).receipt()).isEqualTo(new Receipt.Later(reason));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "MAIL FROM:<app@example.com>, 451 4.7.1 later, the mail server answered 451 4.7.1",
        "MAIL FROM:<app@example.com>, 553 sender app@example.com refused, the mail server answered 553",
        "RCPT TO:<ada@example.com>, 421 4.7.0 too many of you, the mail server answered 421 4.7.0 to RCPT",
        "RCPT TO:<ada@example.com>, 530 5.7.0 authenticate first, the mail server answered 530 5.7.0 to RCPT",
        ", 554 no service here, the mail server answered 554",
        ", Could not convert socket to TLS, the mail server did not answer as it should",
    })
    void aMailServerRefusesUsForNow(String command, String line, String reason) {
        assertThatThrownBy(() -> reply(command, line).receipt())
                .isInstanceOf(ChannelTrouble.class)
                .hasMessage(reason);
    }

    @Test
    void whatStandsBehindAFailureIsSaid() {
        assertThat(caused(new SSLHandshakeException("ada@example.com")).reason())
                .contains("TLS");
        assertThat(caused(new ConnectException("mail.internal/10.0.0.1")).reason())
                .doesNotContain("10.0");
        assertThat(caused(new SocketTimeoutException("x")).reason()).contains("in time");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "202, true", "201, true"})
    void aProviderTakesALetter(int status, boolean taken) {
        assertThat(HttpReply.receipt("P", answer(status, ""), "") instanceof Receipt.Taken)
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"400", "413", "422"})
    void aProviderRefusesALetterForGood(int status) {
        assertThat(HttpReply.receipt("P", answer(status, ""), "21211"))
                .isEqualTo(new Receipt.Refused("P answered " + status + " (21211)"));
    }

    @ParameterizedTest
    @CsvSource({"301,", "401,", "404,", "403,", "408,", "429, 7", "500,", "503, 86400"})
    void aProviderRefusesUsForNowAndSaysForHowLong(int status, String wait) {
        var expected =
                wait == null ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.min(3600, Long.parseLong(wait))));
        assertThatThrownBy(() -> HttpReply.receipt("P", answer(status, wait == null ? "" : wait), ""))
                .isInstanceOfSatisfying(
                        ChannelTrouble.class, t -> assertThat(t.notBefore()).isEqualTo(expected));
    }

    private static SmtpReply reply(String command, String line) {
        return SmtpReply.of(new MessagingException(
                "Invalid Addresses", command == null ? new MessagingException(line) : new Answered(command, line)));
    }

    private static SmtpReply caused(Exception cause) {
        return SmtpReply.of(new MessagingException("it failed", cause));
    }

    private static OutboundAnswer answer(int status, String retryAfter) {
        return new OutboundAnswer(status, Map.of("retry-after", retryAfter), "to +14155552671", Duration.ZERO);
    }

    /** As the mail library's own failures do, it tells what was answered. */
    public static final class Answered extends SendFailedException {

        private static final long serialVersionUID = 1L;
        private final String command;

        Answered(String command, String line) {
            super(line);
            this.command = command;
        }

        public String getCommand() {
            return command;
        }
    }
}
