package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test clock moves time for one development instance, and for nobody else. */
class TestClocksIT {

    private static final Operator OPERATOR = Operator.platform();

    private Tenant app;

    @BeforeEach
    void anInstance() {
        app = OPERATOR.development();
    }

    @Test
    void aSessionExpiresWithoutWaiting() {
        var browser = app.browser();
        var person = browser.signUp();
        var clock = clock();
        assertThat(browser.token(person.sessionId())).isNotBlank();
        advance(clock, Duration.ofDays(6));
        assertThat(browser.token(person.sessionId())).as("a day before it ends").isNotBlank();
        advance(clock, Duration.ofDays(2));

        Eventually.see(
                "the end of the session on every node",
                () -> browser.post("/v1/client/sessions/" + person.sessionId() + "/tokens")
                        .status(),
                status -> status == 401);
        var session = app.backend().get("/v1/sessions/" + person.sessionId()).ok();
        assertThat(session.text("/status")).isEqualTo("expired");
    }

    @Test
    void aCodeLapsesWithoutWaiting() {
        var browser = app.browser();
        var email = Tenant.freshEmail();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        advance(clock(), Duration.ofMinutes(11));

        browser.post(
                        path + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        app.backend().code(email))
                .refused(400, "verification_expired");
    }

    @Test
    void aSignInIsAbandonedWithoutWaiting() {
        var person = app.browser().signUp();
        var browser = app.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", person.email())
                .ok()
                .text("/response/id");
        advance(clock(), Duration.ofHours(25));

        assertThat(browser.get("/v1/client/sign_ins/" + signIn).ok().text("/response/status"))
                .isEqualTo("abandoned");
    }

    @Test
    void whatVerifiersCompareIsTheWorldsTime() {
        advance(clock(), Duration.ofDays(400));
        var browser = app.browser();
        var person = browser.signUp();
        var token = Jwt.of(browser.token(person.sessionId()));
        long now = Instant.now().getEpochSecond();

        assertThat(token.claims().get("iat").asLong()).isBetween(now - 120, now + 5);
        assertThat(token.claims().get("exp").asLong()).isBetween(now - 60, now + 65);
        assertThat(token.claims().get("fva").get(0).asInt())
                .as("minutes since the proof")
                .isZero();
        assertThat(Long.parseLong(browser.cookies().getOrDefault("__client_uat", "0")))
                .isLessThanOrEqualTo(now + 5);
    }

    @Test
    void nobodyElseIsTouched() {
        var other = OPERATOR.development();
        var browser = other.browser();
        var person = browser.signUp();
        advance(clock(), Duration.ofDays(30));

        assertThat(browser.token(person.sessionId())).isNotBlank();
    }

    @Test
    void timeNeverGoesBackwards() {
        var clock = clock();
        advance(clock, Duration.ofDays(1));
        var path = "/v1/test_clocks/" + clock;

        app.backend().post(path + "/advance", Map.of("seconds", -1)).refused(422, "test_clock_backwards", "seconds");
        app.backend()
                .post(path + "/advance", Map.of("time", Instant.now().toEpochMilli()))
                .refused(422, "test_clock_backwards", "time");
        app.backend()
                .post(path + "/advance", Map.of("time", Long.MIN_VALUE))
                .refused(422, "test_clock_backwards", "time");
        app.backend()
                .post(path + "/advance", Map.of("seconds", Long.MAX_VALUE))
                .refused(422, "form_param_value_invalid", "seconds");
        app.backend().post(path + "/advance", Map.of()).refused(422, "form_param_nil", "time");
        assertThat(app.backend().get(path).ok().at("/time").asLong())
                .isGreaterThan(Instant.now().plus(Duration.ofHours(23)).toEpochMilli());
    }

    @Test
    void thereIsOneClockAndWithoutItTheWorldsTime() {
        var clock = clock();
        app.backend().post("/v1/test_clocks", Map.of()).refused(409, "test_clock_exists");
        assertThat(app.backend().get("/v1/test_clocks").ok().at("/total_count").asInt())
                .isEqualTo(1);
        app.backend().delete("/v1/test_clocks/" + clock).ok();

        app.backend().get("/v1/test_clocks/" + clock).refused(404, "resource_not_found");
        assertThat(app.backend().get("/v1/test_clocks").ok().at("/total_count").asInt())
                .isZero();
    }

    @Test
    void aProductionInstanceHasNone() {
        OPERATOR.production().backend().post("/v1/test_clocks", Map.of()).refused(403, "test_clock_not_allowed");
    }

    private String clock() {
        return app.backend()
                .post("/v1/test_clocks", Map.of("name", "a year in a day"))
                .ok()
                .text("/id");
    }

    private void advance(String clock, Duration by) {
        app.backend()
                .post("/v1/test_clocks/" + clock + "/advance", Map.of("seconds", by.toSeconds()))
                .ok();
    }
}
