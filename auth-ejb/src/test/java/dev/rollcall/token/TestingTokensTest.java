package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.crypto.TestSealer;
import dev.rollcall.data.FixedClock;
import dev.rollcall.instance.Instances;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestingTokensTest {

    private final FixedClock clock = new FixedClock();
    private final TestingTokens tokens = new TestingTokens(TestSealer.create(), clock);
    private final TestingTokens.View made = tokens.create(Instances.development());

    @Test
    void isAcceptedForAnHour() {
        assertThat(tokens.accept(Instances.development(), made.token())).isTrue();
        assertThat(made.expiresAt())
                .isEqualTo(clock.now().plus(Duration.ofHours(1)).getEpochSecond());
        clock.pass(Duration.ofHours(1));
        assertThat(tokens.accept(Instances.development(), made.token())).isFalse();
    }

    @Test
    void testingTokenOfAForeignInstance() {
        assertThat(tokens.accept(Instances.production(), made.token())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9999999999-c_x", "9999999999", "-c_", "999999999999999999999999-c_x"})
    void forgedTestingToken(String forged) {
        assertThat(tokens.accept(Instances.development(), forged)).isFalse();
    }
}
