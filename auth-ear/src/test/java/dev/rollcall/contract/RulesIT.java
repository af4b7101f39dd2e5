package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes for people when an instance's settings do: user names, strong passwords, short-lived codes and sessions. */
class RulesIT {

    private static final Operator OPERATOR = Operator.platform();

    private static Tenant named;

    @BeforeAll
    static void anInstanceWithUserNames() {
        named = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "attributes",
                        Map.of("username", Map.of("enabled", true, "required", true, "used_for_first_factor", true))));
    }

    @ParameterizedTest(name = "user name \"{0}\" -> {1}")
    @CsvSource({
        "abc,           form_username_invalid_length",
        "has blank,     form_username_invalid_character",
        "sharp#tooth,   form_username_invalid_character",
        "12345678,      form_username_needs_non_number_char",
    })
    void aBadUserNameIsRefused(String username, String code) {
        named.browser().post("/v1/client/sign_ups", "username", username).refused(422, code, "username");
    }

    @Test
    void aUserNameIsRequiredWhereTheInstanceSaysSo() {
        var signUp = named.browser()
                .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", Browser.PASSWORD)
                .ok();
        assertThat(signUp.at("/response/missing_fields").toString()).isEqualTo("[\"username\"]");
    }

    @Test
    void aUserNameIsTakenWhateverItsCase() {
        var name = name();
        user(name);
        named.browser()
                .post("/v1/client/sign_ups", "username", name.toUpperCase(java.util.Locale.ROOT))
                .refused(422, "form_identifier_exists", "username");
    }

    @Test
    void aUserNameThatIsNoFirstFactorNamesNobodyAtSignIn() {
        var shown = OPERATOR.configure(
                OPERATOR.development(), Map.of("attributes", Map.of("username", Map.of("enabled", true))));
        var name = name();
        var email = Tenant.freshEmail();
        shown.backend().createUser(email, Browser.PASSWORD, "username", name);
        shown.browser()
                .post("/v1/client/sign_ins", "identifier", name)
                .refused(422, "form_identifier_not_found", "identifier");
        assertThat(shown.browser()
                        .post("/v1/client/sign_ins", "identifier", email)
                        .ok()
                        .at("/response/supported_identifiers")
                        .toString())
                .doesNotContain("username");
        assertThat(shown.backend()
                        .get("/v1/users?username_query=" + name.substring(3))
                        .ok()
                        .json())
                .hasSize(1);
    }

    @Test
    void peopleChangeTheirUserNamesByTheSameRules() {
        var browser = named.browser();
        var name = name();
        browser.signIn(user(name), Browser.PASSWORD);
        var other = name();
        user(other);
        browser.patch("/v1/me", "username", "abc").refused(422, "form_username_invalid_length", "username");
        browser.patch("/v1/me", "username", other).refused(422, "form_identifier_exists", "username");
        browser.patch("/v1/me", "username", null).refused(422, "form_param_nil", "username");
        var fresh = name();
        assertThat(browser.patch("/v1/me", "username", fresh).ok().text("/response/username"))
                .isEqualTo(fresh);
        named.browser()
                .post("/v1/client/sign_ins", "identifier", name)
                .refused(422, "form_identifier_not_found", "identifier");
        assertThat(named.browser().signIn(fresh, Browser.PASSWORD)).startsWith("sess_");
    }

    @Test
    void whoSignsInByUserNameIsShownOnlyAMaskedAddress() {
        var name = name();
        var email = user(name);
        var browser = named.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", name).ok();

        for (var factor : signIn.at("/response/supported_first_factors")) {
            assertThat(factor.path("safe_identifier").asText()).isNotEqualTo(email);
        }
        assertThat(signIn.at("/response/supported_first_factors").findValuesAsText("safe_identifier"))
                .allMatch(safe -> safe.contains("*"));
        browser.post(
                        "/v1/client/sign_ins/" + signIn.text("/response/id") + "/attempt_first_factor",
                        "strategy",
                        "password",
                        "password",
                        Browser.PASSWORD)
                .ok();
    }

    @Test
    void aGuessablePasswordIsRefusedWithAdvice() {
        var strict = OPERATOR.configure(
                OPERATOR.development(),
                Map.of("password", Map.of("min_zxcvbn_strength", 3, "show_zxcvbn", true, "refuse_common", false)));
        var refused = strict.browser()
                .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", "abcdefgh1")
                .refused(422, "form_password_not_strong_enough", "password");
        assertThat(refused.at("/errors/0/meta/zxcvbn/suggestions")).isNotEmpty();
        assertThat(refused.text("/errors/0/meta/zxcvbn/suggestions/0/code")).isNotBlank();
    }

    @ParameterizedTest(name = "password \"{0}\" -> {1}")
    @CsvSource({
        "gh7sdk!wqlpz, form_password_no_uppercase",
        "GH7SDK!WQLPZ, form_password_no_lowercase",
        "ghSsdk!wqlpz, form_password_no_number",
        "gh7Sdk4wqlpz, form_password_no_special_char",
    })
    void aPasswordHasTheCharactersThatAreRequired(String password, String code) {
        var strict = strictCharacters();
        var refused = strict.browser()
                .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", password);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).contains(code);
    }

    @Test
    void aCodeLivesAsLongAsTheInstanceSays() {
        var hasty =
                OPERATOR.configure(OPERATOR.development(), Map.of("verification", Map.of("code_lifetime_seconds", 60)));
        var browser = hasty.browser();
        var email = Tenant.freshEmail();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        long before = System.currentTimeMillis();
        var prepared = browser.post(path + "/prepare_verification", "strategy", "email_code")
                .ok();
        long after = System.currentTimeMillis();
        var expireAt =
                prepared.at("/response/verifications/email_address/expire_at").asLong();
        assertThat(expireAt).isBetween(before + 60_000L, after + 60_000L);
    }

    @Test
    void anInstanceClosedToNewcomersRefusesThem() {
        var closed = OPERATOR.configure(OPERATOR.development(), Map.of("sign_up", Map.of("mode", "restricted")));
        closed.browser()
                .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", Browser.PASSWORD)
                .refused(403, "sign_up_mode_restricted");
        closed.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD);
    }

    private static Tenant strict;

    private static synchronized Tenant strictCharacters() {
        if (strict == null) {
            strict = OPERATOR.configure(
                    OPERATOR.development(),
                    Map.of(
                            "password",
                            Map.of(
                                    "require_uppercase",
                                    true,
                                    "require_lowercase",
                                    true,
                                    "require_numbers",
                                    true,
                                    "require_special_char",
                                    true)));
        }
        return strict;
    }

    private static String user(String username) {
        var email = Tenant.freshEmail();
        named.backend()
                .post(
                        "/v1/users",
                        Map.of("email_address", List.of(email), "username", username, "password", Browser.PASSWORD))
                .ok();
        return email;
    }

    private static String name() {
        return "name_" + UUID.randomUUID().toString().substring(0, 8);
    }
}
