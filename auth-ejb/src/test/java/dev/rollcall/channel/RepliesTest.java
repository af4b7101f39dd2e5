package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.outbound.OutboundAnswer;
import jakarta.mail.MessagingException;
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

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <ada@example.com> unknown, the mail server answered 550 5.1.1",
        "553 sender ada@example.com refused, the mail server answered 553",
        "554 5.7.1 spam, the mail server answered 554 5.7.1",
    })
    void aMailServerRefusesALetterForGood(String line, String reason) {
        assertThat(reply(line).receipt()).isEqualTo(new Receipt.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "451 4.7.1 later ada@example.com, the mail server answered 451 4.7.1",
        "421 closing, the mail server answered 421",
        "530 5.7.0 authenticate first, the mail server answered 530 5.7.0",
        "Could not convert socket to TLS, the mail server did not answer as it should",
    })
    void aMailServerRefusesUsForNow(String line, String reason) {
        assertThatThrownBy(() -> reply(line).receipt())
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
    @CsvSource({"400", "404", "413", "422"})
    void aProviderRefusesALetterForGood(int status) {
        assertThat(HttpReply.receipt("P", answer(status, ""), "21211"))
                .isEqualTo(new Receipt.Refused("P answered " + status + " (21211)"));
    }

    @ParameterizedTest
    @CsvSource({"301,", "401,", "403,", "408,", "429, 7", "500,", "503, 86400"})
    void aProviderRefusesUsForNowAndSaysForHowLong(int status, String wait) {
        var expected =
                wait == null ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.min(3600, Long.parseLong(wait))));
        assertThatThrownBy(() -> HttpReply.receipt("P", answer(status, wait == null ? "" : wait), ""))
                .isInstanceOfSatisfying(
                        ChannelTrouble.class, t -> assertThat(t.notBefore()).isEqualTo(expected));
    }

    private static SmtpReply reply(String line) {
        return SmtpReply.of(new MessagingException("Invalid Addresses", new MessagingException(line)));
    }

    private static SmtpReply caused(Exception cause) {
        return SmtpReply.of(new MessagingException("it failed", cause));
    }

    private static OutboundAnswer answer(int status, String retryAfter) {
        return new OutboundAnswer(status, Map.of("retry-after", retryAfter), "to +14155552671", Duration.ZERO);
    }
}
