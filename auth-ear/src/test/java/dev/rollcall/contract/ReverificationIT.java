package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who is signed in proves it anew before they change what lets them in. */
class ReverificationIT {

    private static final Duration LATER = Duration.ofMinutes(11);

    private static Tenant app;
    private static String clock;

    private final Browser browser = app.browser();

    @BeforeAll
    static void anInstanceThatWantsIt() {
        var operator = Operator.platform();
        var settings = new HashMap<String, Object>(Map.of("session", Map.of("reverification", true)));
        settings.put("attributes", Authenticator.ATTRIBUTES);
        settings.put("protection", Map.of("lockout", Map.of("enabled", true)));
        app = operator.configure(operator.development(), settings);
        clock = app.backend()
                .post("/v1/test_clocks", Map.of("name", "eleven minutes"))
                .ok()
                .text("/id");
    }

    @Test
    void theEnvironmentSaysSo() {
        assertThat(browser.get("/v1/environment")
                        .ok()
                        .at("/auth_config/reverification")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoHasJustSignedInIsNotAsked() {
        browser.signUp();
        browser.post("/v1/me/email_addresses", "email_address", Tenant.freshEmail())
                .ok();
    }

    /** However fresh the sign-in is. */
    @Test
    void aReverificationThatWasStartedIsAskedFor() {
        var person = browser.signUp();
        browser.post("/v1/client/sessions/" + person.sessionId() + "/verify", "level", "first_factor")
                .ok();
        var second = Tenant.freshEmail();
        assertRefused(browser.post("/v1/me/email_addresses", "email_address", second));
        assertRefused(browser.delete("/v1/me"));
        browser.patch("/v1/me", "first_name", "Ada").ok();

        reverify(person, "first_factor");
        browser.post("/v1/me/email_addresses", "email_address", second).ok();
        browser.delete("/v1/me").ok();
    }

    @Test
    void afterTenMinutesSensitiveOperationsAreRefused() {
        var person = browser.signUp();
        pass();
        var second = Tenant.freshEmail();
        assertRefused(browser.post("/v1/me/email_addresses", "email_address", second));
        assertRefused(browser.delete("/v1/me"));
        assertRefused(browser.post("/v1/me/change_password", "new_password", "another-Donkey-stapler-17"));
        assertRefused(browser.post("/v1/me/remove_password", "current_password", person.password()));
        assertRefused(browser.patch("/v1/me", "username", "somebody_else"));
        assertRefused(browser.post("/v1/me/totp"));
        assertRefused(browser.delete("/v1/me/totp"));
        assertRefused(browser.post("/v1/me/backup_codes"));
        assertRefused(browser.post("/v1/me/sessions/" + person.sessionId() + "/revoke"));
        var emailId = browser.get("/v1/me").ok().text("/response/primary_email_address_id");
        assertRefused(browser.delete("/v1/me/email_addresses/" + emailId));
        browser.patch("/v1/me", "first_name", "Ada").ok();

        var done = reverify(person, "second_factor");
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.at("/response/session/factor_verification_age").toString())
                .isEqualTo("[0,-1]");
        assertThat(done.text("/client/sessions/0/last_active_token/jwt")).isNotBlank();
        browser.post("/v1/me/email_addresses", "email_address", second).ok();
        browser.post("/v1/me/change_password", "new_password", "another-Donkey-stapler-17")
                .ok();
    }

    @Test
    void aCodeByMailIsAFirstFactorToo() {
        var person = browser.signUp();
        pass();
        var path = "/v1/client/sessions/" + person.sessionId() + "/verify";
        var started = browser.post(path, "level", "first_factor").ok();
        assertThat(started.text("/response/status")).isEqualTo("needs_first_factor");
        assertThat(started.at("/response/supported_first_factors").findValuesAsText("strategy"))
                .containsExactlyInAnyOrder("password", "email_code");
        var emailId = started.at("/response/supported_first_factors")
                .findValuesAsText("email_address_id")
                .get(0);
        browser.post(path + "/attempt_first_factor", "strategy", "email_code", "code", "123456")
                .refused(400, "verification_missing");
        browser.post(path + "/prepare_first_factor", "strategy", "email_code", "email_address_id", emailId)
                .ok();
        var done = browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "email_code",
                        "code",
                        app.backend().code(person.email()))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        browser.post(path + "/prepare_first_factor", "strategy", "reset_password_email_code")
                .refused(400, "reverification_step_not_allowed");
    }

    @Test
    void whoHasASecondFactorProvesThatOne() {
        var person = SecondFactorsIT.enrolled(browser);
        pass();
        assertRefused(browser.post("/v1/me/backup_codes"));
        var path = "/v1/client/sessions/" + person.person().sessionId() + "/verify";
        var started = browser.post(path, "level", "second_factor").ok();
        assertThat(started.text("/response/status")).isEqualTo("needs_second_factor");
        assertThat(started.at("/response/supported_second_factors").findValuesAsText("strategy"))
                .containsExactlyInAnyOrder("totp", "backup_code");
        browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "password",
                        "password",
                        person.person().password())
                .refused(400, "reverification_step_not_allowed");
        browser.post(path + "/attempt_second_factor", "strategy", "backup_code", "code", "wrong-one")
                .refused(422, "form_code_incorrect", "code");
        var done = browser.post(
                        path + "/attempt_second_factor",
                        "strategy",
                        "backup_code",
                        "code",
                        person.backupCodes().get(0))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.at("/response/session/factor_verification_age/1").asInt())
                .isZero();
        browser.post("/v1/me/backup_codes").ok();
    }

    @Test
    void bothFactorsOneAfterTheOther() {
        var person = SecondFactorsIT.enrolled(browser);
        pass();
        var path = "/v1/client/sessions/" + person.person().sessionId() + "/verify";
        browser.post(path, "level", "multi_factor").ok();
        browser.post(
                        path + "/attempt_second_factor",
                        "strategy",
                        "backup_code",
                        "code",
                        person.backupCodes().get(0))
                .refused(400, "reverification_step_not_allowed");
        var half = browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "password",
                        "password",
                        person.person().password())
                .ok();
        assertThat(half.text("/response/status")).isEqualTo("needs_second_factor");
        assertThat(half.at("/response/session/factor_verification_age/0").asInt())
                .as("half a proof is none")
                .isGreaterThan(10);
        var done = browser.post(
                        path + "/attempt_second_factor",
                        "strategy",
                        "backup_code",
                        "code",
                        person.backupCodes().get(0))
                .ok();
        assertThat(done.at("/response/session/factor_verification_age").toString())
                .isEqualTo("[0,0]");
    }

    /** Whoever has a session and the password would guess at the second factor for ever, if the password took the guesses back. */
    @Test
    void halfAProofTakesNoGuessesBack() {
        var person = SecondFactorsIT.enrolled(browser).person();
        var path = "/v1/client/sessions/" + person.sessionId() + "/verify";
        for (int n = 0; n < 9; n++) {
            guess(path).refused(422, "form_code_incorrect", "code");
        }
        reverify(person, "first_factor");
        guess(path).refused(422, "form_code_incorrect", "code");
        guess(path).refused(403, "user_locked");
    }

    private Answer guess(String path) {
        browser.post(path, "level", "second_factor").ok();
        return browser.post(path + "/attempt_second_factor", "strategy", "backup_code", "code", "wrong-one");
    }

    @Test
    void aReverificationIsOverAfterTenMinutes() {
        var person = browser.signUp();
        var path = "/v1/client/sessions/" + person.sessionId() + "/verify";
        browser.post(path, "level", "first_factor").ok();
        pass();
        browser.post(path + "/attempt_first_factor", "strategy", "password", "password", person.password())
                .refused(400, "reverification_step_not_allowed");
        browser.post(path, "level", "all_of_them").refused(422, "form_param_value_invalid", "level");
    }

    @Test
    void nobodyReverifiesTheSessionOfAnotherBrowser() {
        var person = browser.signUp();
        var thief = app.browser();
        thief.signUp();
        var path = "/v1/client/sessions/" + person.sessionId() + "/verify";
        thief.post(path, "level", "first_factor").refused(401, "authentication_invalid");
        browser.post(path, "level", "first_factor").ok();
        thief.post(path + "/attempt_first_factor", "strategy", "password", "password", person.password())
                .refused(401, "authentication_invalid");
    }

    private Answer reverify(Person person, String level) {
        var path = "/v1/client/sessions/" + person.sessionId() + "/verify";
        browser.post(path, "level", level).ok();
        return browser.post(path + "/attempt_first_factor", "strategy", "password", "password", person.password())
                .ok();
    }

    /** Eleven minutes go by. */
    private static void pass() {
        app.backend()
                .post("/v1/test_clocks/" + clock + "/advance", Map.of("seconds", LATER.toSeconds()))
                .ok();
    }

    private static void assertRefused(Answer answer) {
        answer.refused(403, "session_reverification_required");
        assertThat(answer.text("/errors/0/meta/reverification/level")).isEqualTo("second_factor");
    }
}
