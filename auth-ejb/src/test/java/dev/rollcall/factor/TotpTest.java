package dev.rollcall.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("codes by time")
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111L);
    private static final long NEVER = -1;

    @ParameterizedTest(name = "RFC 4226 appendix D: counter {0} is {1}")
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489",
    })
    void theVectorsByCounter(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    /** The RFC prints eight digits; six are the last six of them (RFC 4226 §5.3). */
    @ParameterizedTest(name = "RFC 6238 appendix B: {0} s is {1}")
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471",
        "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130",
    })
    void theVectorsByTime(long seconds, String eightDigits) {
        var step = Totp.step(Instant.ofEpochSecond(seconds));
        assertThat(Totp.code(SECRET, step)).isEqualTo(eightDigits.substring(2));
    }

    @ParameterizedTest(name = "a clock that is {0} steps off: {1}")
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void aClockMayBeOneStepOff(int steps, boolean right) {
        long step = Totp.step(NOW) + steps;
        var match = Totp.matching(SECRET, Totp.code(SECRET, step), NOW, NEVER);
        assertThat(match.isPresent()).isEqualTo(right);
        match.ifPresent(found -> assertThat(found).isEqualTo(step));
    }

    @Test
    void totpReplay() {
        long step = Totp.step(NOW);
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step), NOW, step)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 1), NOW, step))
                .as("nor one from before the last one used")
                .isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step + 1), NOW, step))
                .as("the next one works")
                .hasValue(step + 1);
    }

    @Test
    void whatIsNoCodeMatchesNothing() {
        for (var text : new String[] {"", "12345", "1234567", "abcdef", "００００００"}) {
            assertThat(Totp.matching(SECRET, text, NOW, NEVER)).isEmpty();
        }
    }

    @ParameterizedTest(name = "RFC 4648: {0} is {1}")
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
        assertThat(Base32.decode(base32.toLowerCase(java.util.Locale.ROOT) + "==="))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo(text));
    }

    @Test
    void aSecretWithStrangeLettersIsNone() {
        assertThat(Base32.decode("MZXW1")).isEmpty();
    }

    /** Google's own PAM module makes 80 bits. */
    @Test
    void aSeedOfEightyBitsThatSomebodyBrings() {
        assertThat(AuthenticatorApps.secret("GEZD GNBV GY3T QOJQ")).hasSize(10);
        assertThatThrownBy(() -> AuthenticatorApps.secret("GEZDGNBVGY3TQOI"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(CommonProblem.FORM_PARAM_FORMAT_INVALID));
    }

    @Test
    void theUriNamesTheAppAndThePerson() {
        assertThat(KeyUri.of("My app: 1", "ada@example.com", "ABC"))
                .isEqualTo("otpauth://totp/My%20app%3A%201:ada%40example.com?algorithm=SHA1&digits=6"
                        + "&issuer=My%20app%3A%201&period=30&secret=ABC");
    }
}
