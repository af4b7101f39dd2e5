package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A phone number that is kept for the second step: set up, asked for, given back. */
class PhoneSecondFactorIT {

    private static Tenant app;

    private final Browser browser = app.browser();

    @BeforeAll
    static void anInstanceThatInsistsOnASecondFactor() {
        var phone = Map.of(
                "enabled",
                true,
                "verifications",
                List.of("phone_code"),
                "used_for_second_factor",
                true,
                "second_factors",
                List.of("phone_code"));
        var attributes = new HashMap<String, Object>(Authenticator.ATTRIBUTES);
        attributes.put("phone_number", phone);
        var operator = Operator.platform();
        app = operator.configure(
                operator.development(),
                Map.of("attributes", attributes, "sign_in", Map.of("second_factor_required", true)));
    }

    @Test
    void aNumberIsKeptForTheSecondStepAndAskedForThere() {
        var person = browser.signUp();
        assertThat(browser.get("/v1/client").ok().text("/response/sessions/0/tasks/0/key"))
                .isEqualTo("setup-mfa");
        var number = Tenant.freshPhone();
        var kept = keep(browser, number);
        assertThat(kept.at("/response/backup_codes")).hasSize(10);
        assertThat(kept.text("/client/sessions/0/status")).isEqualTo("active");
        assertThat(kept.at("/client/sessions/0/user/two_factor_enabled").asBoolean())
                .isTrue();
        assertThat(user(person).at("/mfa_enabled_at").asLong()).isPositive();

        var elsewhere = app.browser();
        var signIn = SecondFactorsIT.password(elsewhere, person);
        assertThat(signIn.text("/response/status")).isEqualTo("needs_second_factor");
        var factor = signIn.at("/response/supported_second_factors/0");
        assertThat(factor.path("strategy").asText()).isEqualTo("phone_code");
        assertThat(factor.path("default").asBoolean()).isTrue();
        assertThat(factor.path("safe_identifier").asText()).contains("*");
        SecondFactorsIT.second(elsewhere, signIn, "phone_code", "000000").refused(400, "verification_missing");
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        var prepared = elsewhere
                .post(
                        path + "/prepare_second_factor",
                        "strategy",
                        "phone_code",
                        "phone_number_id",
                        factor.path("phone_number_id").asText())
                .ok();
        assertThat(prepared.text("/response/second_factor_verification/strategy"))
                .isEqualTo("phone_code");
        SecondFactorsIT.second(elsewhere, signIn, "phone_code", "000000").refused(422, "form_code_incorrect");
        var done = SecondFactorsIT.second(
                        elsewhere, signIn, "phone_code", app.backend().textCode(number))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.at("/client/sessions/0/factor_verification_age/1").asInt())
                .isZero();
    }

    @Test
    void aNumberOfSomebodyElseIsNoSecondFactor() {
        var person = browser.signUp();
        keep(browser, Tenant.freshPhone());
        var other = app.browser();
        other.signUp();
        var foreign = keep(other, Tenant.freshPhone()).text("/response/id");

        var elsewhere = app.browser();
        var signIn = SecondFactorsIT.password(elsewhere, person);
        elsewhere
                .post(
                        "/v1/client/sign_ins/" + signIn.text("/response/id") + "/prepare_second_factor",
                        "strategy",
                        "phone_code",
                        "phone_number_id",
                        foreign)
                .refused(422, "form_param_value_invalid", "phone_number_id");
    }

    @Test
    void theAppTakesItAway() {
        var person = browser.signUp();
        keep(browser, Tenant.freshPhone());
        app.backend().delete("/v1/users/" + person.userId() + "/mfa").ok();
        var user = user(person);
        assertThat(user.at("/two_factor_enabled").asBoolean()).isFalse();
        assertThat(user.at("/backup_code_enabled").asBoolean()).isFalse();
        assertThat(user.at("/phone_numbers/0/reserved_for_second_factor").asBoolean())
                .isFalse();
        assertThat(user.at("/mfa_disabled_at").asLong()).isPositive();
    }

    private static Answer keep(Browser browser, String number) {
        var path = "/v1/me/phone_numbers/"
                + browser.post("/v1/me/phone_numbers", "phone_number", number)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        browser.post(path + "/attempt_verification", "code", app.backend().textCode(number))
                .ok();
        return browser.patch(path, "reserved_for_second_factor", "true").ok();
    }

    private static Answer user(Person person) {
        return app.backend().get("/v1/users/" + person.userId()).ok();
    }
}
