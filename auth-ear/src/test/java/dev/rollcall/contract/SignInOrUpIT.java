package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One form to sign in or up by ({@code sign_up_if_missing}): the code goes to whatever was named, and only who has it learns whether there is
 * such a user; if not, a sign-up takes over what was proved.
 */
class SignInOrUpIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final String SIGN_INS = "/v1/client/sign_ins";
    private static final String SIGN_UPS = "/v1/client/sign_ups";
    private static final String FLAG = "sign_up_if_missing";
    private static final String PAGE = "http://localhost:3000/verify";

    private static Tenant open;
    private static Tenant veiled;

    private final String email = Tenant.freshEmail();

    @BeforeAll
    static void twoInstances() {
        open = instance(Map.of());
        veiled = instance(Map.of("protection", Map.of("enumeration_protection", true)));
    }

    /** People are named by everything, and need no password. */
    private static Tenant instance(Map<String, ?> settings) {
        var attributes = new HashMap<String, Object>(Phones.attributes());
        attributes.put("password", Map.of("required", false));
        attributes.put("username", Map.of("enabled", true, "used_for_first_factor", true));
        attributes.put("web3_wallet", SoftWallet.attribute("web3_metamask_signature"));
        var all = new HashMap<String, Object>(settings);
        all.put("attributes", attributes);
        return OPERATOR.configure(OPERATOR.development(), all);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverIsMissingSignsUpByTheAddressThatTheyProved(boolean hidden) {
        var app = hidden ? veiled : open;
        var browser = app.browser();
        var signIn = begun(browser, email);
        browser.post(signIn + "/prepare_first_factor", "strategy", "email_code").ok();
        assertThat(app.backend().codes(email)).as("sent although nobody has it").hasSize(1);
        answer(browser, signIn, "email_code", "000000").refused(422, "form_code_incorrect", "code");

        var proved = answer(browser, signIn, "email_code", app.backend().code(email))
                .refused(404, "sign_up_if_missing_transfer");
        var shown = "/meta/client/sign_in/first_factor_verification";
        assertThat(proved.text(shown + "/status")).isEqualTo("transferable");
        assertThat(proved.text(shown + "/strategy")).isEqualTo("email_code");
        assertThat(proved.at("/meta/client/sessions")).isEmpty();
        assertThat(browser.get(signIn).ok().text("/response/first_factor_verification/status"))
                .isEqualTo("transferable");

        var done = browser.post(SIGN_UPS, "transfer", "true", "unsafe_metadata", "{\"a\":1}", "locale", "en-US")
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/email_address")).isEqualTo(email);
        assertThat(done.text("/response/verifications/email_address/status")).isEqualTo("verified");
        assertThat(done.at("/client/sign_in").isNull()).isTrue();
        assertThat(done.text("/client/last_active_session_id")).isEqualTo(done.text("/response/created_session_id"));
        var user = app.backend()
                .get("/v1/users/" + done.text("/response/created_user_id"))
                .ok();
        assertThat(user.text("/email_addresses/0/email_address")).isEqualTo(email);
        assertThat(user.text("/email_addresses/0/verification/status")).isEqualTo("verified");
        assertThat(user.at("/unsafe_metadata/a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverIsHereSignsInAndNothingTellsThemApartBefore(boolean hidden) {
        var app = hidden ? veiled : open;
        var other = Tenant.freshEmail();
        app.backend().createUser(email, Browser.PASSWORD, "phone_number", List.of(Tenant.freshPhone()));
        var here = app.browser();
        var missing = app.browser();
        var known = here.post(SIGN_INS, "identifier", email, FLAG, "true").ok();
        var unknown = missing.post(SIGN_INS, "identifier", other, FLAG, "true").ok();
        assertThat(shape(known.at("/response"), email)).isEqualTo(shape(unknown.at("/response"), other));
        assertThat(strategies(known)).containsExactly("email_code", "email_link");

        var path = SIGN_INS + "/" + known.text("/response/id");
        var asked = here.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        "email_code",
                        "email_address_id",
                        known.text("/response/supported_first_factors/0/email_address_id"))
                .ok();
        var askedToo = missing.post(
                        SIGN_INS + "/" + unknown.text("/response/id") + "/prepare_first_factor",
                        "strategy",
                        "email_code",
                        "email_address_id",
                        unknown.text("/response/supported_first_factors/0/email_address_id"))
                .ok();
        assertThat(shape(asked.at("/response"), email)).isEqualTo(shape(askedToo.at("/response"), other));
        var done = answer(here, path, "email_code", app.backend().code(email)).ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(here.get("/v1/me").ok().text("/response/email_addresses/0/email_address"))
                .isEqualTo(email);
    }

    @Test
    void whatIsStillMissingIsAskedFor() {
        var app = OPERATOR.development(); // where a password is required
        var browser = app.browser();
        proved(app, browser, email);
        var signUp = browser.post(SIGN_UPS, "transfer", "true").ok();
        assertThat(signUp.text("/response/status")).isEqualTo("missing_requirements");
        assertThat(signUp.at("/response/missing_fields").toString()).isEqualTo("[\"password\"]");
        assertThat(signUp.at("/response/unverified_fields")).isEmpty();
        var done = browser.patch(SIGN_UPS + "/" + signUp.text("/response/id"), "password", Browser.PASSWORD)
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
    }

    @Test
    void aCodeIsSentAtOnceWhereTheStrategyIsNamed() {
        var browser = open.browser();
        var begun = browser.post(SIGN_INS, "identifier", email, "strategy", "email_code", FLAG, "true")
                .ok();
        var path = SIGN_INS + "/" + begun.text("/response/id");
        answer(browser, path, "email_code", open.backend().code(email)).refused(404, "sign_up_if_missing_transfer");
    }

    @Test
    void aPhoneNumber() {
        var number = Tenant.freshPhone();
        var browser = open.browser();
        var begun = browser.post(SIGN_INS, "identifier", number, FLAG, "true").ok();
        assertThat(strategies(begun)).containsExactly("phone_code");
        var path = SIGN_INS + "/" + begun.text("/response/id");
        browser.post(path + "/prepare_first_factor", "strategy", "phone_code", "channel", "sms")
                .ok();
        answer(browser, path, "phone_code", open.backend().textCode(number))
                .refused(404, "sign_up_if_missing_transfer");
        var done = browser.post(SIGN_UPS, "transfer", "true").ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/phone_number")).isEqualTo(number);
    }

    @Test
    void aWallet() {
        var wallet = SoftWallet.ethereum();
        var browser = open.browser();
        var begun = browser.post(SIGN_INS, "identifier", wallet.address(), FLAG, "true")
                .ok();
        var path = SIGN_INS + "/" + begun.text("/response/id");
        var strategy = "web3_metamask_signature";
        var asked = browser.post(path + "/prepare_first_factor", "strategy", strategy)
                .ok();
        var message = asked.text("/response/first_factor_verification/message");
        browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        strategy,
                        "signature",
                        SoftWallet.ethereum().sign(message))
                .refused(422, "form_incorrect_signature");
        browser.post(path + "/attempt_first_factor", "strategy", strategy, "signature", wallet.sign(message))
                .refused(404, "sign_up_if_missing_transfer");
        var done = browser.post(SIGN_UPS, "transfer", "true").ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/web3_wallet")).isEqualTo(wallet.address());
    }

    @Test
    void aLinkLeadsBackTransferableAndTheTabThatWaitsSignsUp() {
        var browser = open.browser();
        var signIn = begun(browser, email);
        browser.post(signIn + "/prepare_first_factor", "strategy", "email_link", "redirect_url", PAGE)
                .ok();
        var opened = browser.follow(path(open.backend().link(email)));
        assertThat(opened.header("location")).startsWith(PAGE).contains("__clerk_status=transferable");
        assertThat(opened.header("location")).doesNotContain("__clerk_created_session");
        assertThat(browser.get(signIn).ok().text("/response/first_factor_verification/status"))
                .isEqualTo("transferable");
        assertThat(browser.post(SIGN_UPS, "transfer", "true").ok().text("/response/status"))
                .isEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"restricted", "waitlist"})
    void whereNotEverybodyMaySignUpItIsNotToBeHad(String mode) {
        var app = OPERATOR.configure(OPERATOR.development(), Map.of("sign_up", Map.of("mode", mode)));
        app.browser()
                .post(SIGN_INS, "identifier", email, FLAG, "true")
                .refused(422, "sign_up_if_missing_not_allowed", FLAG);
    }

    @ParameterizedTest
    @CsvSource({
        "grace_hopper,        '',                        '',     sign_up_if_missing_not_allowed,            identifier",
        "not.an@address,      '',                        '',     form_param_format_invalid,                 identifier",
        "'',                  '',                        '',     form_param_nil,                            identifier",
        "somebody@example.org, '',                        secret, sign_up_if_missing_strategy_not_supported, strategy",
        "somebody@example.org, password,                  secret, sign_up_if_missing_strategy_not_supported, strategy",
        "somebody@example.org, passkey,                   '',     sign_up_if_missing_strategy_not_supported, strategy",
        "somebody@example.org, reset_password_email_code, '',     sign_up_if_missing_strategy_not_supported, strategy",
        "somebody@example.org, oauth_google,              '',     sign_up_if_missing_strategy_not_supported, strategy",
        "somebody@example.org, phone_code,                '',     sign_up_if_missing_strategy_not_supported, strategy",
        "somebody@example.org, web3_metamask_signature,   '',     sign_up_if_missing_strategy_not_supported, strategy",
    })
    void onlyWhatANewcomerCouldProveMayBeAskedFor(
            String identifier, String strategy, String password, String code, String parameter) {
        open.browser()
                .post(SIGN_INS, FLAG, "true", "identifier", identifier, "strategy", strategy, "password", password)
                .refused(422, code, parameter);
    }

    @Test
    void aNewcomerWhoMayNotComeIsToldWhereAnybodyIsAndSentNothingWhereNobodyIs() {
        var blocked = "blocked-" + email.replaceFirst(".*@", System.nanoTime() + ".example.net");
        for (var hidden : List.of(false, true)) {
            var app = OPERATOR.configure(
                    instance(Map.of("protection", Map.of("enumeration_protection", hidden))),
                    Map.of("restrictions", Map.of("blocklist", true)));
            app.backend()
                    .post("/v1/blocklist_identifiers", Map.of("identifier", "person@" + blocked))
                    .ok();
            var browser = app.browser();
            var begun = browser.post(SIGN_INS, "identifier", "person@" + blocked, FLAG, "true");
            if (hidden) {
                var path = SIGN_INS + "/" + begun.ok().text("/response/id");
                browser.post(path + "/prepare_first_factor", "strategy", "email_code")
                        .ok();
                var message = app.backend().messages("person@" + blocked).get(0);
                assertThat(message.path("status").asText()).isEqualTo("withheld");
                answer(browser, path, "email_code", message.path("otp_code").asText())
                        .refused(422, "form_code_incorrect", "code");
            } else {
                begun.refused(403, "not_allowed_access");
            }
        }
    }

    @Test
    void attackASignUpTakesOverWhatIsNotProved() {
        var browser = open.browser();
        browser.post(SIGN_UPS, "transfer", "true").refused(400, "account_transfer_invalid");
        var signIn = begun(browser, email);
        browser.post(SIGN_UPS, "transfer", "true").refused(400, "account_transfer_invalid");
        browser.post(signIn + "/prepare_first_factor", "strategy", "email_code").ok();
        browser.post(SIGN_UPS, "transfer", "true").refused(400, "account_transfer_invalid");
        answer(browser, signIn, "email_code", open.backend().code(email)).refused(404, "sign_up_if_missing_transfer");
        open.browser().post(SIGN_UPS, "transfer", "true").refused(400, "account_transfer_invalid");

        var other = Tenant.freshEmail();
        var signUp = browser.post(SIGN_UPS, "transfer", "true", "email_address", other)
                .ok();
        assertThat(signUp.text("/response/email_address")).isEqualTo(other);
        assertThat(signUp.text("/response/status"))
                .as("another address is not proved by it")
                .isEqualTo("missing_requirements");
        browser.post(SIGN_UPS, "transfer", "true").refused(400, "account_transfer_invalid");
        browser.post(signIn + "/prepare_first_factor", "strategy", "email_code")
                .refused(400, "sign_in_step_not_allowed");
    }

    @Test
    void attackTheSignInOfSomebodyWhoIsHereBecomesASignUp() {
        open.backend().createUser(email, Browser.PASSWORD);
        var browser = open.browser();
        var signIn = begun(browser, email);
        browser.post(signIn + "/prepare_first_factor", "strategy", "email_code").ok();
        browser.post(SIGN_UPS, "transfer", "true").refused(400, "account_transfer_invalid");
        browser.post(signIn + "/attempt_first_factor", "strategy", "password", "password", Browser.PASSWORD)
                .refused(422, "form_param_value_invalid", "strategy");
    }

    @Test
    void somebodyElseWasFaster() {
        var browser = open.browser();
        proved(open, browser, email);
        open.backend().createUser(email, Browser.PASSWORD);
        browser.post(SIGN_UPS, "transfer", "true").refused(422, "form_identifier_exists", "email_address");
    }

    @Test
    void theDoorsClosedMeanwhile() {
        var app = instance(Map.of());
        var browser = app.browser();
        proved(app, browser, email);
        OPERATOR.configure(app, Map.of("sign_up", Map.of("mode", "restricted")));
        browser.post(SIGN_UPS, "transfer", "true").refused(403, "sign_up_mode_restricted");
    }

    /** Wrong passwords and wrong codes of somebody who is missing were counted apart, those of somebody who is there together. */
    @Test
    void attackWrongAnswersOfTwoKindsTellWhoHasAnAccount() {
        veiled.backend().createUser(email, Browser.PASSWORD);
        for (var address : List.of(email, Tenant.freshEmail())) {
            for (int n = 0; n < 10; n++) {
                veiled.browser()
                        .post(SIGN_INS, "strategy", "password", "identifier", address, "password", "wrong-Horse-11")
                        .refused(422, "form_password_or_identifier_incorrect");
            }
            var browser = veiled.browser();
            var signIn = begun(browser, address);
            browser.post(signIn + "/prepare_first_factor", "strategy", "email_code")
                    .ok();
            answer(browser, signIn, "email_code", "000000").refused(403, "user_locked");
        }
    }

    private static void proved(Tenant app, Browser browser, String address) {
        var signIn = begun(browser, address);
        browser.post(signIn + "/prepare_first_factor", "strategy", "email_code").ok();
        answer(browser, signIn, "email_code", app.backend().code(address)).refused(404, "sign_up_if_missing_transfer");
    }

    private static String begun(Browser browser, String identifier) {
        var begun = browser.post(SIGN_INS, "identifier", identifier, FLAG, "true", "locale", "en-US")
                .ok();
        assertThat(begun.text("/response/status")).isEqualTo("needs_first_factor");
        return SIGN_INS + "/" + begun.text("/response/id");
    }

    private static Answer answer(Browser browser, String signIn, String strategy, String code) {
        return browser.post(signIn + "/attempt_first_factor", "strategy", strategy, "code", code);
    }

    private static List<String> strategies(Answer begun) {
        return StreamSupport.stream(
                        begun.at("/response/supported_first_factors").spliterator(), false)
                .map(factor -> factor.path("strategy").asText())
                .toList();
    }

    /** An answer without what is another's each time. */
    private static String shape(JsonNode response, String address) {
        return response.toString()
                .replace(address, "…")
                .replaceAll("\"(sia|sign_in|idn)_\\w+\"", "\"id\"")
                .replaceAll("\\d{13}", "0");
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/v1/verify"));
    }
}
