package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** The example of Svix's documentation on verifying by hand. */
    @Test
    void signsAsThePublishedExampleDoes() {
        var headers = Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}",
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(headers)
                .containsEntry("svix-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .containsEntry("svix-timestamp", "1614265330")
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    }

    @Test
    void theSecretBeforeSignsForADay() {
        var first = SigningSecrets.fresh();
        var second = first.rotated(SigningSecrets.generated(), NOW, NOW.plus(SigningSecrets.GRACE));
        assertThat(second.at(NOW.plus(Duration.ofHours(23)))).containsExactly(second.current(), first.current());
        assertThat(second.at(NOW.plus(Duration.ofHours(24)))).containsExactly(second.current());
    }

    @Test
    void rotatingTwiceInADayLosesNoReceiver() {
        var first = SigningSecrets.fresh();
        var second = first.rotated(SigningSecrets.generated(), NOW, NOW.plus(SigningSecrets.GRACE));
        var later = NOW.plusSeconds(60);
        var third = second.rotated(SigningSecrets.generated(), later, later.plus(SigningSecrets.GRACE));
        assertThat(third.at(later)).containsExactly(third.current(), second.current(), first.current());
    }

    @Test
    void secretsSurviveBeingWrittenDown() {
        var secrets = SigningSecrets.fresh().rotated(SigningSecrets.generated(), NOW, NOW.plusSeconds(9));
        assertThat(SigningSecrets.ofJson(secrets.toJson())).isEqualTo(secrets);
        assertThat(secrets.toString()).doesNotContain("whsec_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_c2hvcnQ=", "hello", "whsec_!!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void aWeakOrMalformedSecretIsRefused(String key) {
        assertThatThrownBy(() -> SigningSecrets.brought(key)).isInstanceOf(Refusal.class);
    }
}
