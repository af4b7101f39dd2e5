package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever signs in by password on a device that is not known shows that mail still reaches them. */
class ClientTrustIT {

    private static Tenant app;

    @BeforeAll
    static void anInstanceThatDoubts() {
        var operator = Operator.platform();
        app = operator.configure(operator.development(), Map.of("sign_in", Map.of("client_trust", true)));
    }

    @Test
    void anUnknownDeviceIsTrustedByACodeAndThenKnown() {
        var person = app.browser().signUp();
        var device = app.browser();
        var signIn = SecondFactorsIT.password(device, person);

        assertThat(signIn.text("/response/status")).isEqualTo("needs_client_trust");
        assertThat(signIn.text("/response/client_trust_state")).isEqualTo("new");
        assertThat(signIn.text("/response/created_session_id")).isNull();
        assertThat(signIn.text("/response/supported_second_factors/0/strategy")).isEqualTo("email_code");
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        device.post(path + "/attempt_second_factor", "strategy", "email_code", "code", "123456")
                .refused(400, "verification_missing");
        var prepared = device.post(
                        path + "/prepare_second_factor",
                        "strategy",
                        "email_code",
                        "email_address_id",
                        signIn.text("/response/supported_second_factors/0/email_address_id"))
                .ok();
        assertThat(prepared.text("/response/second_factor_verification/status")).isEqualTo("unverified");
        var code = app.backend().code(person.email());
        device.post(
                        path + "/attempt_second_factor",
                        "strategy",
                        "email_code",
                        "code",
                        code.equals("111111") ? "2" : "111111")
                .refused(422, "form_code_incorrect", "code");
        var done = device.post(path + "/attempt_second_factor", "strategy", "email_code", "code", code)
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.at("/client/sessions/0/factor_verification_age/1").asInt())
                .as("it is no second factor")
                .isEqualTo(-1);

        device.delete("/v1/client/sessions").ok();
        var again = SecondFactorsIT.password(device, person);
        assertThat(again.text("/response/status")).isEqualTo("complete");
        assertThat(again.text("/response/client_trust_state")).isEqualTo("known");
    }

    @Test
    void aDeviceIsKnownToWhoWasThereAndToNobodyElse() {
        var device = app.browser();
        device.signUp();
        device.delete("/v1/client/sessions").ok();
        var other = app.browser().signUp();
        assertThat(SecondFactorsIT.password(device, other).text("/response/status"))
                .isEqualTo("needs_client_trust");
    }

    @Test
    void aCodeByMailNeedsNoSecondOne() {
        var person = app.browser().signUp();
        var device = app.browser();
        var path = "/v1/client/sign_ins/"
                + device.post("/v1/client/sign_ins", "identifier", person.email(), "strategy", "email_code")
                        .ok()
                        .text("/response/id");
        var done = device.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "email_code",
                        "code",
                        app.backend().code(person.email()))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
    }

    @Test
    void theAppMayExemptSomebody() {
        var email = Tenant.freshEmail();
        var made = app.backend().createUser(email, Browser.PASSWORD, "bypass_client_trust", true);
        var person = new Person(email, Browser.PASSWORD, made.text("/id"), null);
        assertThat(SecondFactorsIT.password(app.browser(), person).text("/response/status"))
                .isEqualTo("complete");
    }

    @Test
    void beforeThePasswordNobodySaysWhetherTheDeviceIsKnown() {
        var person = app.browser().signUp();
        var signIn = app.browser()
                .post("/v1/client/sign_ins", "identifier", person.email())
                .ok();
        assertThat(signIn.text("/response/client_trust_state")).isEqualTo("pending");
    }
}
