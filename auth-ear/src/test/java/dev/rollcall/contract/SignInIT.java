package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in: identifier first or all at once, by password, by code, and after a forgotten password. */
class SignInIT {

    private static final Tenant APP = Rollcall.standard();
    private static final String NEW_PASSWORD = "another-Donkey-stapler-17";

    private static Person ada;

    private final Browser browser = APP.browser();

    @BeforeAll
    static void somebodyExists() {
        ada = APP.browser().signUp();
    }

    @Test
    void anIdentifierIsAnsweredWithTheFactorsThatProveIt() {
        var signIn =
                browser.post("/v1/client/sign_ins", "identifier", ada.email()).ok();

        assertThat(signIn.text("/response/status")).isEqualTo("needs_first_factor");
        assertThat(signIn.text("/response/identifier")).isEqualTo(ada.email());
        assertThat(signIn.at("/response/supported_first_factors").findValuesAsText("strategy"))
                .contains("password", "email_code", "reset_password_email_code");
        assertThat(factor(signIn, "email_code", "safe_identifier")).isEqualTo(ada.email());
        assertThat(signIn.text("/client/sign_in/id")).isEqualTo(signIn.text("/response/id"));
    }

    @Test
    void theAddressIsShownAsItIsKept() {
        var signIn = browser.post(
                        "/v1/client/sign_ins", "identifier", ada.email().toUpperCase(Locale.ROOT))
                .ok();
        assertThat(factor(signIn, "email_code", "safe_identifier")).isEqualTo(ada.email());
    }

    @Test
    void theIdentifierIsComparedWithoutRegardToCase() {
        var signIn = browser.post(
                        "/v1/client/sign_ins", "identifier", ada.email().toUpperCase(Locale.ROOT))
                .ok();
        assertThat(signIn.text("/response/status")).isEqualTo("needs_first_factor");
    }

    @Test
    void anUnknownIdentifierIsRefused() {
        browser.post("/v1/client/sign_ins", "identifier", Tenant.freshEmail())
                .refused(422, "form_identifier_not_found", "identifier");
    }

    @Test
    void thePasswordCompletesTheSignIn() {
        var path = identified(ada.email());
        var done = browser.post(path + "/attempt_first_factor", "strategy", "password", "password", ada.password())
                .ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/client/last_active_session_id")).isEqualTo(done.text("/response/created_session_id"));
        assertThat(done.text("/client/sessions/0/user/id")).isEqualTo(ada.userId());
        assertThat(done.text("/client/sessions/0/last_active_token/jwt")).isNotBlank();
    }

    @Test
    void identifierAndPasswordMayComeAtOnce() {
        assertThat(browser.signIn(ada.email(), ada.password())).startsWith("sess_");
    }

    @Test
    void aWrongPasswordIsRefused() {
        browser.post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "password",
                        "identifier",
                        ada.email(),
                        "password",
                        "not-the-Password-5")
                .refused(422, "form_password_incorrect", "password");
        browser.post(
                        identified(ada.email()) + "/attempt_first_factor",
                        "strategy",
                        "password",
                        "password",
                        "not-the-Password-5")
                .refused(422, "form_password_incorrect", "password");
    }

    @Test
    void whoHasNoPasswordCannotSignInByIt() {
        var email = Tenant.freshEmail();
        APP.backend()
                .post("/v1/users", Map.of("email_address", List.of(email), "skip_password_requirement", true))
                .ok();

        var factors =
                browser.post("/v1/client/sign_ins", "identifier", email).ok().at("/response/supported_first_factors");
        assertThat(factors.findValuesAsText("strategy")).contains("email_code").doesNotContain("password");
        var refused = browser.post(
                "/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", "whatever-It-is-9");
        assertThat(refused.codes()).containsExactly("strategy_for_user_invalid");
    }

    @Test
    void aCodeFromTheInboxCompletesTheSignIn() {
        var email = APP.browser().signUp().email();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email).ok();
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        var prepared = browser.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        "email_code",
                        "email_address_id",
                        factor(signIn, "email_code", "email_address_id"))
                .ok();
        assertThat(prepared.text("/response/first_factor_verification/status")).isEqualTo("unverified");
        assertThat(prepared.text("/response/first_factor_verification/strategy"))
                .isEqualTo("email_code");
        assertThat(prepared.at("/response/first_factor_verification/expire_at").asLong())
                .isGreaterThan(System.currentTimeMillis());

        browser.post(path + "/attempt_first_factor", "strategy", "email_code", "code", "000000")
                .refused(422, "form_code_incorrect", "code");
        assertThat(browser.get(path)
                        .ok()
                        .at("/response/first_factor_verification/attempts")
                        .asInt())
                .isEqualTo(1);
        var done = browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "email_code",
                        "code",
                        APP.backend().code(email))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
    }

    @Test
    void aForgottenPasswordIsReplacedAndTheOldOneNoLongerWorks() {
        var elsewhere = APP.browser();
        var person = elsewhere.signUp();
        var path = resetUpTo("needs_new_password", person.email());
        browser.post(path + "/reset_password", "password", "short1!")
                .refused(422, "form_password_length_too_short", "password");
        var done = browser.post(
                        path + "/reset_password", "password", NEW_PASSWORD, "sign_out_of_other_sessions", "true")
                .ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/client/sessions/0/user/id")).isEqualTo(person.userId());
        elsewhere.post("/v1/client/sessions/" + person.sessionId() + "/tokens").refused(401, "authentication_invalid");
        APP.browser()
                .post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "password",
                        "identifier",
                        person.email(),
                        "password",
                        person.password())
                .refused(422, "form_password_incorrect", "password");
        assertThat(APP.browser().signIn(person.email(), NEW_PASSWORD)).startsWith("sess_");
    }

    /** Somebody was in the mailbox; its owner comes back and sets a password. The proof of before would be good for a day. */
    @Test
    void aResetThatWasLeftLyingEndsWithTheNextPassword() {
        var owner = APP.browser();
        var person = owner.signUp();
        var path = resetUpTo("needs_new_password", person.email());
        owner.post("/v1/me/change_password", "current_password", person.password(), "new_password", NEW_PASSWORD)
                .ok();

        browser.post(path + "/reset_password", "password", "mine-Now-stapler-18")
                .refused(400, "sign_in_step_not_allowed");
        assertThat(APP.browser().signIn(person.email(), NEW_PASSWORD)).startsWith("sess_");
    }

    @Test
    void aNewPasswordNeedsTheCodeFirst() {
        var path = identified(ada.email());
        var refused = browser.post(path + "/reset_password", "password", NEW_PASSWORD);

        assertThat(refused.status()).isBetween(400, 422);
        assertThat(APP.browser().signIn(ada.email(), ada.password())).startsWith("sess_");
    }

    @Test
    void anEmptySignInStartsOver() {
        browser.post("/v1/client/sign_ins", "identifier", ada.email()).ok();
        var again = browser.post("/v1/client/sign_ins").ok();

        assertThat(again.text("/response/status")).isEqualTo("needs_identifier");
        assertThat(again.text("/response/identifier")).isNull();
        assertThat(again.text("/client/sign_in/id")).isEqualTo(again.text("/response/id"));
    }

    @Test
    void whoIsSignedInCannotSignInAgainInASingleSession() {
        browser.signIn(ada.email(), ada.password());
        browser.post("/v1/client/sign_ins", "identifier", ada.email()).refused(400, "session_exists");
    }

    @Test
    void aSignInOfAnotherBrowserIsNotFound() {
        var path = identified(ada.email());
        var other = APP.browser();
        other.post("/v1/client/sign_ins").ok();
        other.get(path).refused(404, "resource_not_found");
        other.post(path + "/attempt_first_factor", "strategy", "password", "password", ada.password())
                .refused(404, "resource_not_found");
    }

    private String identified(String email) {
        return "/v1/client/sign_ins/"
                + browser.post("/v1/client/sign_ins", "identifier", email).ok().text("/response/id");
    }

    private String resetUpTo(String status, String email) {
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email).ok();
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        browser.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        "reset_password_email_code",
                        "email_address_id",
                        factor(signIn, "reset_password_email_code", "email_address_id"))
                .ok();
        var code = APP.backend().code(email);
        var proven = browser.post(path + "/attempt_first_factor", "strategy", "reset_password_email_code", "code", code)
                .ok();
        assertThat(proven.text("/response/status")).isEqualTo(status);
        return path;
    }

    private static String factor(Answer signIn, String strategy, String field) {
        for (var factor : signIn.at("/response/supported_first_factors")) {
            if (factor.path("strategy").asText().equals(strategy)) {
                return factor.path(field).asText();
            }
        }
        throw new AssertionError("no factor " + strategy + " in " + signIn.json());
    }
}
