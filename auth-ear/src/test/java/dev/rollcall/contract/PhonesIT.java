package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing up and in with a phone number, and resetting a password by one. */
class PhonesIT {

    private static final Tenant APP = Phones.development();
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();
    private final String number = Tenant.freshPhone();

    @Test
    void aNumberAndAPasswordLeaveTheNumberToBeVerified() {
        var signUp = browser.post("/v1/client/sign_ups", "phone_number", number, "password", Browser.PASSWORD)
                .ok();

        assertThat(signUp.at("/response/missing_fields")).isEmpty();
        assertThat(signUp.at("/response/unverified_fields").toString()).isEqualTo("[\"phone_number\"]");
        assertThat(signUp.text("/response/phone_number")).isEqualTo(number);
        assertThat(BACKEND.texts(number)).as("nothing is sent unasked").isEmpty();
    }

    @Test
    void theCodeFromTheInboxMakesAUserWithASession() {
        var user = BACKEND.get("/v1/users/" + signUp(number)).ok();

        assertThat(user.text("/phone_numbers/0/phone_number")).isEqualTo(number);
        assertThat(user.text("/phone_numbers/0/verification/strategy")).isEqualTo("phone_code");
        assertThat(user.text("/phone_numbers/0/verification/status")).isEqualTo("verified");
        assertThat(user.text("/primary_phone_number_id")).isEqualTo(user.text("/phone_numbers/0/id"));
        assertThat(browser.get("/v1/client").ok().text("/response/sessions/0/public_user_data/identifier"))
                .isEqualTo(number);
    }

    @Test
    void eitherAnAddressOrANumberIsAskedFor() {
        var signUp = browser.post("/v1/client/sign_ups", "password", Browser.PASSWORD)
                .ok();
        assertThat(signUp.at("/response/missing_fields").toString()).isEqualTo("[\"email_address\",\"phone_number\"]");

        var path = "/v1/client/sign_ups/" + signUp.text("/response/id");
        var withNumber =
                browser.patch(path, "email_address_or_phone_number", number).ok();
        assertThat(withNumber.text("/response/phone_number")).isEqualTo(number);
        assertThat(withNumber.at("/response/missing_fields")).isEmpty();
        var email = Tenant.freshEmail();
        var withBoth =
                browser.patch(path, "email_address_or_phone_number", email).ok();
        assertThat(withBoth.text("/response/email_address")).isEqualTo(email);
        assertThat(withBoth.at("/response/unverified_fields").toString())
                .isEqualTo("[\"email_address\",\"phone_number\"]");
    }

    @Test
    void whoGivesBothProvesBoth() {
        var email = Tenant.freshEmail();
        var path = started("phone_number", number, "email_address", email, "password", Browser.PASSWORD);
        browser.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        var half = attempt(path, "phone_code", BACKEND.textCode(number)).ok();
        assertThat(half.text("/response/status")).isEqualTo("missing_requirements");
        assertThat(half.at("/response/unverified_fields").toString()).isEqualTo("[\"email_address\"]");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        assertThat(attempt(path, "email_code", BACKEND.code(email)).ok().text("/response/status"))
                .isEqualTo("complete");
    }

    @Test
    void aTestNumberIsVerifiedByTheTestCodeAndNothingIsSent() {
        var test = "+1"
                + java.util.concurrent.ThreadLocalRandom.current().nextInt(200, 1000)
                + "55501"
                + java.util.concurrent.ThreadLocalRandom.current().nextInt(10, 100);
        var path = started("phone_number", test, "password", Browser.PASSWORD);
        browser.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        assertThat(attempt(path, "phone_code", "424242").ok().text("/response/status"))
                .isEqualTo("complete");
    }

    @Test
    void aNumberIsOneHoweverItIsWritten() {
        signUp(number);
        var written = "+1 (201) " + number.substring(5, 8) + "-" + number.substring(8);
        APP.browser()
                .post("/v1/client/sign_ups", "phone_number", written, "password", Browser.PASSWORD)
                .refused(422, "form_identifier_exists", "phone_number");
        var signIn =
                APP.browser().post("/v1/client/sign_ins", "identifier", written).ok();
        assertThat(signIn.text("/response/status")).isEqualTo("needs_first_factor");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (var text : List.of("2015550123", "+1", "+1-800-FLOWERS", "ada@example.com")) {
            browser.post("/v1/client/sign_ups", "phone_number", text)
                    .refused(422, "form_param_format_invalid", "phone_number");
        }
    }

    @Test
    void aNumberSignsInByCode() {
        var id = signUp(number);
        var visitor = APP.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "identifier", number).ok();
        var factor = factor(signIn, "phone_code");
        assertThat(factor.path("safe_identifier").asText()).isEqualTo(number);
        assertThat(factor.path("primary").asBoolean()).isTrue();
        assertThat(signIn.at("/response/supported_identifiers").toString()).contains("phone_number");

        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        var phoneId = factor.path("phone_number_id").asText();
        var prepared = visitor.post(
                        path + "/prepare_first_factor", "strategy", "phone_code", "phone_number_id", phoneId)
                .ok();
        assertThat(prepared.text("/response/first_factor_verification/channel")).isEqualTo("sms");
        assertThat(BACKEND.texts(number).get(0).path("user_id").asText()).isEqualTo(id);
        var done = visitor.post(
                        path + "/attempt_first_factor", "strategy", "phone_code", "code", BACKEND.textCode(number))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/client/sessions/0/user/id")).isEqualTo(id);
    }

    @Test
    void whoTypedTheAddressSeesTheNumberMasked() {
        var email = Tenant.freshEmail();
        createUser(email, number);
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email).ok();
        assertThat(factor(signIn, "phone_code").path("safe_identifier").asText())
                .isEqualTo("+1*****" + number.substring(10));
        assertThat(new String(signIn.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(number);
    }

    @Test
    void aForgottenPasswordIsResetByTextMessage() {
        createUser(Tenant.freshEmail(), number);
        var path = "/v1/client/sign_ins/"
                + browser.post("/v1/client/sign_ins", "identifier", number).ok().text("/response/id");
        browser.post(path + "/prepare_first_factor", "strategy", "reset_password_phone_code")
                .ok();
        assertThat(BACKEND.texts(number).get(0).path("slug").asText()).isEqualTo("reset_password_code");
        var answered = browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "reset_password_phone_code",
                        "code",
                        BACKEND.textCode(number))
                .ok();
        assertThat(answered.text("/response/status")).isEqualTo("needs_new_password");
        browser.post(path + "/reset_password", "password", "another-Donkey-stapler-17")
                .ok();
        assertThat(APP.browser().signIn(number, "another-Donkey-stapler-17")).startsWith("sess_");
    }

    @Test
    void aCodeGoesByWhatsappWhereTheInstanceSaysSo() {
        var app = Operator.platform()
                .configure(
                        Phones.development(),
                        Map.of("communication", Map.of("phone_code_channels", List.of("sms", "whatsapp"))));
        var visitor = app.browser();
        var started = visitor.post(
                        "/v1/client/sign_ups",
                        "phone_number",
                        number,
                        "password",
                        Browser.PASSWORD,
                        "strategy",
                        "phone_code",
                        "channel",
                        "whatsapp")
                .ok();
        assertThat(started.text("/response/verifications/phone_number/channel")).isEqualTo("whatsapp");
        assertThat(app.backend()
                        .texts(number)
                        .get(0)
                        .path("data")
                        .path("channel")
                        .asText())
                .isEqualTo("whatsapp");
        var path = "/v1/client/sign_ups/" + started.text("/response/id");
        visitor.post(
                        path + "/attempt_verification",
                        "strategy",
                        "phone_code",
                        "code",
                        app.backend().textCode(number))
                .ok();
        browser.post(
                        "/v1/client/sign_ups",
                        "phone_number",
                        Tenant.freshPhone(),
                        "password",
                        Browser.PASSWORD,
                        "strategy",
                        "phone_code",
                        "channel",
                        "whatsapp")
                .refused(422, "form_param_value_invalid", "channel");
    }

    @Test
    void aBlockedCountryGetsNoTextMessages() {
        var app = Phones.development();
        app.backend()
                .patch("/v1/instance/communication", Map.of("blocked_country_codes", List.of("US")))
                .ok();
        var visitor = app.browser();
        var path = "/v1/client/sign_ups/"
                + visitor.post("/v1/client/sign_ups", "phone_number", number, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        visitor.post(path + "/prepare_verification", "strategy", "phone_code").refused(403, "unsupported_country_code");
        assertThat(app.backend().texts(number)).isEmpty();
        visitor.patch(path, "phone_number", "+4930" + number.substring(6)).ok();
        visitor.post(path + "/prepare_verification", "strategy", "phone_code").ok();
    }

    @Test
    void aNumberKeptForTheSecondStepNamesNobodyInTheFirst() {
        var email = Tenant.freshEmail();
        var id = createUser(email, number);
        var phone = BACKEND.get("/v1/users/" + id).ok().text("/phone_numbers/0/id");
        BACKEND.patch("/v1/phone_numbers/" + phone, Map.of("reserved_for_second_factor", true))
                .ok();

        browser.post("/v1/client/sign_ins", "identifier", number)
                .refused(422, "form_identifier_not_found", "identifier");
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email).ok();
        assertThat(signIn.at("/response/supported_first_factors").findValuesAsText("strategy"))
                .doesNotContain("phone_code", "reset_password_phone_code");
    }

    @Test
    void theEnvironmentSaysHowPhoneNumbersAreUsed() {
        var phone = browser.get("/v1/environment").ok().at("/user_settings/attributes/phone_number");
        assertThat(phone.path("enabled").asBoolean()).isTrue();
        assertThat(phone.path("used_for_first_factor").asBoolean()).isTrue();
        assertThat(phone.path("first_factors").toString()).isEqualTo("[\"phone_code\"]");
        assertThat(phone.path("verify_at_sign_up").asBoolean()).isTrue();
    }

    private String createUser(String email, String phone) {
        return BACKEND.createUser(email, Browser.PASSWORD, "phone_number", List.of(phone))
                .text("/id");
    }

    private String signUp(String phone) {
        var path = started("phone_number", phone, "password", Browser.PASSWORD);
        browser.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        return attempt(path, "phone_code", BACKEND.textCode(phone)).ok().text("/response/created_user_id");
    }

    private String started(Object... fields) {
        return "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", fields).ok().text("/response/id");
    }

    private Answer attempt(String path, String strategy, String code) {
        return browser.post(path + "/attempt_verification", "strategy", strategy, "code", code);
    }

    static com.fasterxml.jackson.databind.JsonNode factor(Answer signIn, String strategy) {
        for (var factor : signIn.at("/response/supported_first_factors")) {
            if (factor.path("strategy").asText().equals(strategy)) {
                return factor;
            }
        }
        throw new AssertionError(strategy + " is not offered");
    }
}
