package dev.rollcall.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void aTokenHasAtLeast256BitsAndNeedsNoEscapingAnywhere() {
        var token = Secrets.token();
        assertThat(token).matches("[0-9A-Za-z]{43}");
        assertThat(token.length() * Math.log(62) / Math.log(2)).isGreaterThanOrEqualTo(256);
    }

    @Test
    void noTwoTokensAreTheSame() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> Secrets.token()).distinct())
                .hasSize(1000);
    }

    @Test
    void aCodeIsSixDigitsAlsoWhenItStartsWithZeros() {
        assertThat(IntStream.range(0, 2000).mapToObj(i -> Secrets.code()))
                .allMatch(code -> code.matches("\\d{6}"))
                .anyMatch(code -> code.startsWith("0"));
    }

    @Test
    void theHashOfATokenIsItsSha256() { // the empty string's, FIPS 180-4
        assertThat(Secrets.hash("")).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }

    @Test
    void onlyEqualSecretsAreTheSame() {
        assertThat(Secrets.same("a", "a")).isTrue();
        assertThat(Secrets.same("a", "b")).isFalse();
        assertThat(Secrets.same("a", "ab")).isFalse();
        assertThat(Secrets.same(null, null)).as("nothing is no secret").isFalse();
    }
}
