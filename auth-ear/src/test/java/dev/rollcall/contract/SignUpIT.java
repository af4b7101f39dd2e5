package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing up: what is asked for, what is refused, and what a person has in the end. */
class SignUpIT {

    private static final Tenant APP = Rollcall.standard();

    private final Browser browser = APP.browser();
    private final String email = Tenant.freshEmail();

    @Test
    void anAddressAndAPasswordLeaveTheAddressToBeVerified() {
        var signUp = browser.post(
                        "/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD, "locale", "en-US")
                .ok();

        assertThat(signUp.text("/response/status")).isEqualTo("missing_requirements");
        assertThat(signUp.at("/response/missing_fields")).isEmpty();
        assertThat(signUp.at("/response/unverified_fields").toString()).isEqualTo("[\"email_address\"]");
        assertThat(signUp.at("/response/required_fields").toString()).contains("email_address", "password");
        assertThat(signUp.text("/response/verifications/email_address/next_action"))
                .isIn(null, "needs_prepare");
        assertThat(signUp.text("/client/sign_up/id")).isEqualTo(signUp.text("/response/id"));
        assertThat(signUp.header("cache-control")).contains("no-store");
    }

    @Test
    void theCodeFromTheInboxMakesAUserWithASession() {
        var signUp = started();
        browser.post(signUp + "/prepare_verification", "strategy", "email_code").ok();
        var done = browser.post(
                        signUp + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        APP.backend().code(email))
                .ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/created_user_id")).startsWith("user_");
        assertThat(done.text("/client/last_active_session_id")).isEqualTo(done.text("/response/created_session_id"));
        assertThat(done.text("/client/sessions/0/status")).isEqualTo("active");
        assertThat(Jwt.of(done.text("/client/sessions/0/last_active_token/jwt"))
                        .claims()
                        .path("sub")
                        .asText())
                .isEqualTo(done.text("/response/created_user_id"));
        assertThat(done.text("/client/sessions/0/user/email_addresses/0/verification/status"))
                .isEqualTo("verified");
        assertThat(done.text("/client/sessions/0/public_user_data/identifier")).isEqualTo(email);
    }

    @Test
    void fieldsMayComeOneAfterAnother() {
        var signUp = browser.post("/v1/client/sign_ups").ok();
        assertThat(signUp.at("/response/missing_fields").toString()).contains("email_address", "password");
        var path = "/v1/client/sign_ups/" + signUp.text("/response/id");

        var withAddress = browser.patch(path, "email_address", email).ok();
        assertThat(withAddress.at("/response/missing_fields").toString())
                .doesNotContain("email_address")
                .contains("password");
        var withPassword = browser.patch(path, "password", Browser.PASSWORD).ok();
        assertThat(withPassword.at("/response/missing_fields")).isEmpty();
        assertThat(withPassword.at("/response/has_password").asBoolean()).isTrue();
        assertThat(browser.get(path).ok().text("/response/email_address")).isEqualTo(email);
    }

    @Test
    void namesAndUnsafeMetadataBecomeTheUsers() {
        browser.post(
                        "/v1/client/sign_ups",
                        "email_address",
                        email,
                        "password",
                        Browser.PASSWORD,
                        "first_name",
                        "Ada",
                        "last_name",
                        "Løvelace",
                        "unsafe_metadata",
                        "{\"plan\":{\"tier\":2}}")
                .ok();
        var user = APP.backend().get("/v1/users/" + finish()).ok();

        assertThat(user.text("/first_name")).isEqualTo("Ada");
        assertThat(user.text("/last_name")).isEqualTo("Løvelace");
        assertThat(user.at("/unsafe_metadata/plan/tier").asInt()).isEqualTo(2);
    }

    @Test
    void aReloadFindsTheCodeAlreadySent() {
        var signUp = started();
        browser.post(signUp + "/prepare_verification", "strategy", "email_code").ok();
        var reloaded = browser.get(signUp).ok();

        assertThat(reloaded.text("/response/verifications/email_address/status"))
                .isEqualTo("unverified");
        assertThat(reloaded.text("/response/verifications/email_address/strategy"))
                .isEqualTo("email_code");
        assertThat(reloaded.text("/response/verifications/email_address/next_action"))
                .isEqualTo("needs_attempt");
        assertThat(APP.backend().codes(email)).hasSize(1);
    }

    @Test
    void aWrongCodeIsCountedAndRefused() {
        var signUp = started();
        browser.post(signUp + "/prepare_verification", "strategy", "email_code").ok();
        browser.post(signUp + "/attempt_verification", "strategy", "email_code", "code", "000000")
                .refused(422, "form_code_incorrect", "code");

        assertThat(browser.get(signUp)
                        .ok()
                        .at("/response/verifications/email_address/attempts")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aTestAddressIsVerifiedByTheTestCode() {
        var address = "someone-" + UUID.randomUUID() + "+clerk_test@example.com";
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", address, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        var done = browser.post(path + "/attempt_verification", "strategy", "email_code", "code", "424242")
                .ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
    }

    @Test
    void theTestCodeOpensNothingElse() {
        var signUp = started();
        browser.post(signUp + "/prepare_verification", "strategy", "email_code").ok();
        if (!APP.backend().code(email).equals("424242")) {
            browser.post(signUp + "/attempt_verification", "strategy", "email_code", "code", "424242")
                    .refused(422, "form_code_incorrect", "code");
        }
    }

    @Test
    void anAddressThatIsTakenIsRefusedWhateverItsCase() {
        APP.browser().signUp(email);
        browser.post(
                        "/v1/client/sign_ups",
                        "email_address",
                        email.toUpperCase(java.util.Locale.ROOT),
                        "password",
                        Browser.PASSWORD)
                .refused(422, "form_identifier_exists", "email_address");
    }

    @ParameterizedTest(name = "address \"{0}\" is refused")
    @CsvSource({"no-at-sign", "two@@example.com", "blank in@example.com", "nobody@", "@example.com"})
    void aMalformedAddressIsRefused(String address) {
        browser.post("/v1/client/sign_ups", "email_address", address)
                .refused(422, "form_param_format_invalid", "email_address");
    }

    @ParameterizedTest(name = "password \"{0}\" -> {1}")
    @CsvSource({
        "Ab1!xyz,      form_password_length_too_short",
        "password123,  form_password_pwned",
        "iloveyou1,    form_password_pwned",
    })
    void aBadPasswordIsRefused(String password, String code) {
        browser.post("/v1/client/sign_ups", "email_address", email, "password", password)
                .refused(422, code, "password");
    }

    @Test
    void aPasswordLongerThanTheLimitIsRefused() {
        browser.post("/v1/client/sign_ups", "email_address", email, "password", "aB3-".repeat(30))
                .refused(422, "form_password_length_too_long", "password");
    }

    @Test
    void anUnknownSignUpIsNotFound() {
        browser.post("/v1/client/sign_ups", "email_address", email).ok();
        browser.get("/v1/client/sign_ups/sua_000000000000000000000000000").refused(404, "resource_not_found");
    }

    @Test
    void anUnknownFieldIsIgnored() {
        browser.post(
                        "/v1/client/sign_ups",
                        "email_address",
                        email,
                        "password",
                        Browser.PASSWORD,
                        "captcha_widget_type",
                        "smart",
                        "newfangled",
                        "1")
                .ok();
    }

    @Test
    void emptyStringsStandForNull() {
        var signUp = browser.post("/v1/client/sign_ups", "email_address", email, "first_name", null, "password", null)
                .ok();
        assertThat(signUp.text("/response/first_name")).isNull();
        assertThat(signUp.at("/response/has_password").asBoolean()).isFalse();
    }

    @Test
    void whoIsSignedInCannotSignUpAgainInASingleSession() {
        browser.signUp(email);
        browser.post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", Browser.PASSWORD)
                .refused(400, "session_exists");
    }

    private String started() {
        return "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
    }

    private String finish() {
        var path = "/v1/client/sign_ups/" + browser.get("/v1/client").ok().text("/response/sign_up/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        return browser.post(
                        path + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        APP.backend().code(email))
                .ok()
                .text("/response/created_user_id");
    }
}
