package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sessions with something left to do: forced set-up of a second factor, forced new password. */
class SessionTasksIT {

    private static final String NEW_PASSWORD = "another-Donkey-stapler-17";

    private static Tenant strict;
    private static Tenant app;

    @BeforeAll
    static void instances() {
        var operator = Operator.platform();
        app = operator.development();
        var settings = new HashMap<String, Object>(Map.of("sign_in", Map.of("second_factor_required", true)));
        settings.put("attributes", Authenticator.ATTRIBUTES);
        strict = operator.configure(operator.development(), settings);
    }

    @Test
    void whoHasNoSecondFactorSetsOneUpBeforeTheSessionCounts() {
        var browser = strict.browser();
        var person = browser.signUp();
        var client = browser.get("/v1/client").ok();
        assertThat(client.text("/response/sessions/0/status")).isEqualTo("pending");
        assertThat(client.text("/response/sessions/0/tasks/0/key")).isEqualTo("setup-mfa");
        assertThat(claims(browser, person).at("/sts").asText()).isEqualTo("pending");
        assertThat(strict.backend()
                        .get("/v1/sessions/" + person.sessionId())
                        .ok()
                        .text("/tasks/0/key"))
                .isEqualTo("setup-mfa");

        var phone = Authenticator.scanning(browser.post("/v1/me/totp").ok().text("/response/uri"));
        var done = browser.post("/v1/me/totp/attempt_verification", "code", phone.codeOfBefore())
                .ok();
        assertThat(done.text("/client/sessions/0/status")).isEqualTo("active");
        assertThat(done.text("/client/sessions/0/tasks")).isNull();
        assertThat(claims(browser, person).at("/sts").asText()).isEqualTo("active");

        var elsewhere = strict.browser();
        var signIn = SecondFactorsIT.password(elsewhere, person);
        assertThat(signIn.text("/response/status")).isEqualTo("needs_second_factor");
        var in = SecondFactorsIT.second(elsewhere, signIn, "totp", phone.code()).ok();
        assertThat(in.text("/client/sessions/0/status")).isEqualTo("active");
    }

    @Test
    void aPendingSessionMayOnlyDoWhatItWaitsFor() {
        var browser = strict.browser();
        var person = browser.signUp();
        strict.backend().post("/v1/jwt_templates", Map.of("name", "elsewhere", "claims", Map.of("x", 1)));

        browser.get("/v1/me").ok();
        browser.delete("/v1/me").refused(403, "authorization_invalid");
        browser.post("/v1/me/email_addresses", "email_address", Tenant.freshEmail())
                .refused(403, "authorization_invalid");
        browser.patch("/v1/me", "username", "somebody_else").refused(403, "authorization_invalid");
        browser.post("/v1/me/remove_password", "current_password", person.password())
                .refused(403, "authorization_invalid");
        browser.post("/v1/client/sessions/" + person.sessionId() + "/tokens/elsewhere")
                .refused(403, "authorization_invalid");
        browser.post("/v1/client/sessions/" + person.sessionId() + "/end").ok();
    }

    @Test
    void aCompromisedPasswordIsReplacedAfterAnotherWayIn() {
        var person = app.browser().signUp();
        app.backend()
                .post("/v1/users/" + person.userId() + "/password/set_compromised", Map.of())
                .ok();
        app.browser()
                .post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "password",
                        "identifier",
                        person.email(),
                        "password",
                        person.password())
                .refused(422, "form_password_compromised");

        var browser = app.browser();
        var session = byCode(browser, person);
        assertThat(session.text("/client/sessions/0/status")).isEqualTo("pending");
        assertThat(session.text("/client/sessions/0/tasks/0/key")).isEqualTo("reset-password");
        browser.post("/v1/me/change_password", "new_password", person.password())
                .refused(422, "form_new_password_matches_current", "new_password");
        var changed = browser.post("/v1/me/change_password", "new_password", NEW_PASSWORD)
                .ok();
        assertThat(changed.text("/client/sessions/0/status")).isEqualTo("active");
        assertThat(changed.text("/client/sessions/0/tasks")).isNull();
        assertThat(app.browser().signIn(person.email(), NEW_PASSWORD)).startsWith("sess_");
        browser.post("/v1/me/change_password", "new_password", "yet-Another-mule-99")
                .refused(422, "form_param_nil", "current_password");
    }

    @Test
    void takingTheWordBackIsEnough() {
        var person = app.browser().signUp();
        var path = "/v1/users/" + person.userId() + "/password/";
        app.backend().post(path + "set_compromised", Map.of()).ok();
        var browser = app.browser();
        byCode(browser, person);
        app.backend().post(path + "unset_compromised", Map.of()).ok();
        assertThat(browser.get("/v1/client").ok().text("/response/sessions/0/status"))
                .isEqualTo("active");
    }

    @Test
    void theSettingNeedsAFactorThatPeopleCanSetUp() {
        var operator = Operator.platform();
        operator.patch(
                        Operator.configOf(operator.development()),
                        Map.of("sign_in", Map.of("second_factor_required", true)))
                .refused(422, "form_param_value_invalid", "sign_in.second_factor_required");
        assertThat(strict.browser()
                        .get("/v1/environment")
                        .ok()
                        .at("/user_settings/sign_in/second_factor/required")
                        .asBoolean())
                .isTrue();
    }

    private static Answer byCode(Browser browser, Person person) {
        var path = "/v1/client/sign_ins/"
                + browser.post("/v1/client/sign_ins", "identifier", person.email(), "strategy", "email_code")
                        .ok()
                        .text("/response/id");
        return browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "email_code",
                        "code",
                        app.backend().code(person.email()))
                .ok();
    }

    private static com.fasterxml.jackson.databind.JsonNode claims(Browser browser, Person person) {
        return Jwt.of(browser.token(person.sessionId())).claims();
    }
}
