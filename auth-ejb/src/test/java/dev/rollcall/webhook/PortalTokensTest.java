package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.crypto.TestSealer;
import dev.rollcall.data.FixedClock;
import dev.rollcall.webhook.PortalTokens.Access;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTokensTest {

    private final FixedClock clock = new FixedClock();
    private final PortalTokens tokens = new PortalTokens(TestSealer.create(), clock);

    @Test
    void aTokenOpensOneInstanceForAWhile() {
        var token = tokens.issue("ins_1", "sk_1", Duration.ofHours(1), true);
        assertThat(tokens.read(token)).contains(new Access("ins_1", "sk_1", true));
        clock.pass(Duration.ofMinutes(60));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void nobodyGetsOneForLongerThanAWeek() {
        var token = tokens.issue("ins_1", "sk_1", Duration.ofDays(4000), false);
        clock.pass(Duration.ofDays(7));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void aTokenThatSomebodyRewroteOpensNothing() {
        var token = tokens.issue("ins_1", "sk_1", Duration.ofHours(1), false);
        var mac = token.substring(token.lastIndexOf('.'));
        var forged = "{\"i\":\"ins_2\",\"r\":false,\"e\":99999999999999}";
        var body = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        assertThat(tokens.read("whp_" + body + mac)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whp_", "whp_.", "whp_a.b", ".", "sk_test_x", "whp_!!!.!!!"})
    void whatIsNoTokenOpensNothing(String text) {
        assertThat(tokens.read(text)).isEmpty();
    }
}
