package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.instance.Instances;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CookiesTest {

    @Test
    void overPlainHttpNothingIsSecureBecauseBrowsersWouldDropIt() {
        var lines = new Cookies(Instances.development(), false)
                .withTwin("__session", "x", Duration.ofMinutes(1))
                .lines();
        var suffix = Instances.development().cookieSuffix();
        assertThat(lines)
                .containsExactly(
                        "__session=x; Path=/; Max-Age=60; SameSite=Lax",
                        "__session_" + suffix + "=x; Path=/; Max-Age=60; SameSite=Lax");
    }

    @Test
    void aRefreshTokenIsHiddenFromScriptsAndExistsAsATwinAlone() {
        var lines = new Cookies(Instances.production(), true)
                .hiddenTwin("__refresh", "x", Duration.ofDays(7))
                .lines();
        assertThat(lines)
                .containsExactly("__refresh_" + Instances.production().cookieSuffix()
                        + "=x; Path=/; Max-Age=604800; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void theDomainHoldsForTheLinesAfterIt() {
        var lines = new Cookies(Instances.production(), true)
                .single("a", "1", Duration.ZERO)
                .on("example.com")
                .single("b", "2", Duration.ZERO)
                .lines();
        assertThat(lines)
                .containsExactly(
                        "a=1; Path=/; Max-Age=0; Secure; SameSite=Lax",
                        "b=2; Path=/; Domain=example.com; Max-Age=0; Secure; SameSite=Lax");
    }
}
