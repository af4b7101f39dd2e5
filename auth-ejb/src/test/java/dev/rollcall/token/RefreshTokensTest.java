package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.crypto.TestSealer;
import dev.rollcall.data.FixedClock;
import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Instances;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokensTest {

    private static final Instance INSTANCE = Instances.development();
    private static final String ORIGIN = "http://localhost:3000";

    private final FixedClock clock = new FixedClock();
    private final RefreshTokens tokens = new RefreshTokens(TestSealer.create(), clock);
    private final String token = tokens.create(INSTANCE, "sess_1", ORIGIN);

    @Test
    void isGoodForItsSessionAndOrigin() {
        assertThatCode(() -> tokens.check(INSTANCE, "sess_1", ORIGIN, token)).doesNotThrowAnyException();
    }

    @Test
    void refreshTokenOfAForeignInstance() {
        refused(
                TokenProblem.REFRESH_TOKEN_INVALID,
                () -> tokens.check(Instances.production(), "sess_1", ORIGIN, token));
    }

    @Test
    void refreshTokenOfAnotherSession() {
        refused(TokenProblem.REFRESH_TOKEN_INVALID, () -> tokens.check(INSTANCE, "sess_2", ORIGIN, token));
    }

    @Test
    void refreshTokenStolenByAnotherApp() {
        refused(TokenProblem.REFRESH_TOKEN_INVALID, () -> tokens.check(INSTANCE, "sess_1", "https://evil.test", token));
    }

    @Test
    void expiredRefreshToken() {
        clock.pass(Duration.ofDays(7));
        refused(TokenProblem.REFRESH_TOKEN_EXPIRED, () -> tokens.check(INSTANCE, "sess_1", ORIGIN, token));
    }

    @Test
    void refreshTokenWithALaterExpiryWrittenIntoIt() {
        var later = Long.parseLong(token.substring(0, token.indexOf('.'))) + 1 + token.substring(token.indexOf('.'));
        refused(TokenProblem.REFRESH_TOKEN_INVALID, () -> tokens.check(INSTANCE, "sess_1", ORIGIN, later));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "1.", ".x", "99999999999999999999.x", "NaN.x"})
    void tamperedRefreshToken(String nonsense) {
        refused(TokenProblem.REFRESH_TOKEN_INVALID, () -> tokens.check(INSTANCE, "sess_1", ORIGIN, nonsense));
        refused(
                TokenProblem.REFRESH_TOKEN_INVALID,
                () -> tokens.check(INSTANCE, "sess_1", ORIGIN, token + nonsense + "y"));
    }

    private static void refused(TokenProblem problem, Runnable check) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problem())
                .isEqualTo(problem));
    }
}
