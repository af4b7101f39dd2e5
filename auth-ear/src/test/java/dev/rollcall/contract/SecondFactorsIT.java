package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Authenticator apps and backup codes: set up, asked for, used up, taken away. */
class SecondFactorsIT {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static Tenant app;

    private final Browser browser = app.browser();

    @BeforeAll
    static void anInstanceWithSecondFactors() {
        var operator = Operator.platform();
        app = operator.configure(operator.development(), Map.of("attributes", Authenticator.ATTRIBUTES));
    }

    @Test
    void anAuthenticatorAppIsSetUpByItsFirstCode() {
        var person = browser.signUp();
        var begun = browser.post("/v1/me/totp").ok();
        assertThat(begun.at("/response/verified").asBoolean()).isFalse();
        assertThat(begun.text("/response/uri")).startsWith("otpauth://totp/").contains(begun.text("/response/secret"));
        assertThat(user(person).at("/totp_enabled").asBoolean()).isFalse();

        var phone = Authenticator.scanning(begun.text("/response/uri"));
        browser.post("/v1/me/totp/attempt_verification", "code", "000000").refused(422, "form_code_incorrect", "code");
        var done = browser.post("/v1/me/totp/attempt_verification", "code", phone.code())
                .ok();

        assertThat(done.at("/response/verified").asBoolean()).isTrue();
        assertThat(done.text("/response/secret")).as("it is shown once").isNull();
        assertThat(done.text("/response/uri")).isNull();
        assertThat(done.at("/response/backup_codes")).hasSize(10);
        assertThat(done.at("/client/sessions/0/user/two_factor_enabled").asBoolean())
                .isTrue();
        assertThat(done.at("/client/sessions/0/factor_verification_age/1").asInt())
                .isZero();
        var user = user(person);
        assertThat(user.at("/totp_enabled").asBoolean()).isTrue();
        assertThat(user.at("/backup_code_enabled").asBoolean()).isTrue();
        assertThat(user.at("/mfa_enabled_at").asLong()).isPositive();
        browser.post("/v1/me/totp").refused(400, "totp_already_enabled");
    }

    @Test
    void theSignInAsksForTheCode() {
        var protectedPerson = enrolled(browser);
        var elsewhere = app.browser();
        var signIn = password(elsewhere, protectedPerson.person());

        assertThat(signIn.text("/response/status")).isEqualTo("needs_second_factor");
        assertThat(strategies(signIn)).containsExactlyInAnyOrder("totp", "backup_code");
        assertThat(signIn.text("/response/created_session_id")).isNull();
        assertThat(signIn.at("/client/sessions")).isEmpty();

        var done = second(elsewhere, signIn, "totp", protectedPerson.phone().code())
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/second_factor_verification/strategy")).isEqualTo("totp");
        assertThat(done.at("/client/sessions/0/factor_verification_age/1").asInt())
                .isZero();
        var claims =
                Jwt.of(done.text("/client/sessions/0/last_active_token/jwt")).claims();
        assertThat(claims.at("/fva").toString()).isEqualTo("[0,0]");
        assertThat(done.text("/client/last_authentication_strategy")).isEqualTo("password");
    }

    @Test
    void totpReplay() {
        var person = enrolled(browser);
        var code = person.phone().code();
        var first = app.browser();
        second(first, password(first, person.person()), "totp", code).ok();

        var thief = app.browser();
        second(thief, password(thief, person.person()), "totp", code).refused(422, "form_code_incorrect", "code");
    }

    @Test
    void aBackupCodeWorksOnce() {
        var person = enrolled(browser);
        var code = person.backupCodes().get(3);
        var first = app.browser();
        second(first, password(first, person.person()), "backup_code", " " + code)
                .ok();

        var again = app.browser();
        second(again, password(again, person.person()), "backup_code", code)
                .refused(422, "form_code_incorrect", "code");
        second(
                        again,
                        password(again, person.person()),
                        "backup_code",
                        person.backupCodes().get(4))
                .ok();
    }

    @Test
    void freshBackupCodesMakeTheFormerOnesWorthless() {
        var person = enrolled(browser);
        var fresh = browser.post("/v1/me/backup_codes").ok();
        assertThat(fresh.at("/response/codes")).hasSize(10);

        var elsewhere = app.browser();
        var signIn = password(elsewhere, person.person());
        second(elsewhere, signIn, "backup_code", person.backupCodes().get(0)).refused(422, "form_code_incorrect");
        second(elsewhere, signIn, "backup_code", fresh.text("/response/codes/0"))
                .ok();
    }

    @Test
    void backupCodesNeedAnotherFactor() {
        browser.signUp();
        browser.post("/v1/me/backup_codes").refused(400, "backup_codes_not_available");
    }

    @Test
    void withoutAnAuthenticatorAppNothingIsAskedAndBackupCodesAreGone() {
        var person = enrolled(browser);
        var gone = browser.delete("/v1/me/totp").ok();
        assertThat(gone.at("/response/deleted").asBoolean()).isTrue();
        assertThat(gone.at("/client/sessions/0/user/backup_code_enabled").asBoolean())
                .isFalse();
        browser.delete("/v1/me/totp").refused(404, "resource_not_found");

        assertThat(password(app.browser(), person.person()).text("/response/status"))
                .isEqualTo("complete");
        var user = user(person.person());
        assertThat(user.at("/mfa_enabled_at").asLong())
                .as("it is not forgotten")
                .isPositive();
        assertThat(user.at("/mfa_disabled_at").asLong()).isPositive();
    }

    @Test
    void anInstanceWithoutThemHasNone() {
        var plain = Operator.platform().development().browser();
        plain.signUp();
        plain.post("/v1/me/totp").refused(403, "feature_not_enabled");
        plain.post("/v1/me/backup_codes").refused(400, "backup_codes_not_available");
    }

    @Test
    void aForgottenPasswordDoesNotLeadPastTheSecondFactor() {
        var person = enrolled(browser).person();
        var thief = app.browser();
        var path = "/v1/client/sign_ins/"
                + thief.post(
                                "/v1/client/sign_ins",
                                "identifier",
                                person.email(),
                                "strategy",
                                "reset_password_email_code")
                        .ok()
                        .text("/response/id");
        var code = app.backend().code(person.email());
        thief.post(path + "/attempt_first_factor", "strategy", "reset_password_email_code", "code", code)
                .ok();
        var reset = thief.post(path + "/reset_password", "password", "another-Donkey-stapler-17")
                .ok();
        assertThat(reset.text("/response/status")).isEqualTo("needs_second_factor");
        assertThat(reset.text("/response/created_session_id")).isNull();
    }

    @Test
    void theAppMayAskWhetherACodeIsRight() {
        var person = enrolled(browser);
        var path = "/v1/users/" + person.person().userId() + "/verify_totp";
        var code = person.phone().code();
        var right = app.backend().post(path, Map.of("code", code)).ok();
        assertThat(right.at("/verified").asBoolean()).isTrue();
        assertThat(right.text("/code_type")).isEqualTo("totp");
        app.backend().post(path, Map.of("code", code)).refused(422, "totp_incorrect_code", "code");

        var backup = Map.of("code", person.backupCodes().get(0));
        assertThat(app.backend().post(path, backup).ok().text("/code_type")).isEqualTo("backup_code");
        app.backend().post(path, backup).refused(422, "totp_incorrect_code", "code");
        var plain = app.browser().signUp();
        app.backend()
                .post("/v1/users/" + plain.userId() + "/verify_totp", Map.of("code", "123456"))
                .refused(400, "totp_disabled");
    }

    @Test
    void theAppMayTakeSecondFactorsAway() {
        var backend = app.backend();
        for (var what : List.of("mfa", "totp")) {
            var person = enrolled(app.browser()).person();
            var gone =
                    backend.delete("/v1/users/" + person.userId() + "/" + what).ok();
            assertThat(gone.text("/user_id")).isEqualTo(person.userId());
            assertThat(user(person).at("/two_factor_enabled").asBoolean()).isFalse();
            assertThat(user(person).at("/backup_code_enabled").asBoolean()).isFalse();
            assertThat(password(app.browser(), person).text("/response/status")).isEqualTo("complete");
        }
        var person = enrolled(app.browser()).person();
        backend.delete("/v1/users/" + person.userId() + "/backup_code").ok();
        assertThat(user(person).at("/backup_code_enabled").asBoolean()).isFalse();
        assertThat(user(person).at("/totp_enabled").asBoolean()).isTrue();
        for (var what : List.of("mfa", "totp", "backup_code")) {
            backend.delete("/v1/users/user_000000000000000000000000000/" + what).refused(404, "resource_not_found");
        }
    }

    @Test
    void theAppMayBringSecondFactorsAlong() {
        var email = Tenant.freshEmail();
        // of digest-code-3, by crypt(3)
        var digest = "$2b$10$SJ3taoZwUFV7HS27Rj3WUOVG4uo0nfeqqOP.VqkbJz0fR6.v499SW";
        var made = app.backend()
                .createUser(
                        email,
                        Browser.PASSWORD,
                        "totp_secret",
                        SECRET,
                        "backup_codes",
                        List.of("first-code-1", "second-code-2", digest));
        assertThat(made.at("/totp_enabled").asBoolean()).isTrue();
        assertThat(made.at("/backup_code_enabled").asBoolean()).isTrue();

        var person = new Person(email, Browser.PASSWORD, made.text("/id"), null);
        var one = app.browser();
        second(one, password(one, person), "totp", Authenticator.of(SECRET).code())
                .ok();
        var two = app.browser();
        second(two, password(two, person), "backup_code", "second-code-2").ok();
        var three = app.browser();
        second(three, password(three, person), "backup_code", "digest-code-3").ok();
        var four = app.browser();
        second(four, password(four, person), "backup_code", "digest-code-3").refused(422, "form_code_incorrect");
        second(four, password(four, person), "backup_code", digest).refused(422, "form_code_incorrect");

        app.backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of(Tenant.freshEmail()),
                                "password",
                                Browser.PASSWORD,
                                "totp_secret",
                                "MZXW6"))
                .refused(422, "form_param_format_invalid", "totp_secret");
        app.backend()
                .patch("/v1/users/" + made.text("/id"), Map.of("backup_codes", List.of("$2b$31$tooexpensive")))
                .refused(422, "form_param_format_invalid", "backup_codes");
        Operator.platform()
                .development()
                .backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of(Tenant.freshEmail()),
                                "password",
                                Browser.PASSWORD,
                                "totp_secret",
                                SECRET))
                .refused(422, "form_param_unknown", "totp_secret");
    }

    @Test
    void guessingTheSecondFactorIsNotForgivenByTheRightPassword() {
        var person = enrolled(browser);
        var thief = app.browser();
        for (int n = 0; n < 5; n++) {
            var signIn = password(thief, person.person());
            for (int guess = 0; guess < 2; guess++) {
                second(thief, signIn, "totp", "000000").refused(422, "form_code_incorrect");
            }
        }
        thief.post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "password",
                        "identifier",
                        person.person().email(),
                        "password",
                        person.person().password())
                .refused(403, "user_locked");
    }

    /** Somebody with an authenticator app and backup codes. */
    record Protected(Person person, Authenticator phone, List<String> backupCodes) {}

    /** Signs somebody up at a browser and protects them. */
    static Protected enrolled(Browser browser) {
        var person = browser.signUp();
        var phone = Authenticator.scanning(browser.post("/v1/me/totp").ok().text("/response/uri"));
        var done = browser.post("/v1/me/totp/attempt_verification", "code", phone.codeOfBefore())
                .ok();
        var codes = StreamSupport.stream(done.at("/response/backup_codes").spliterator(), false)
                .map(node -> node.asText())
                .toList();
        return new Protected(person, phone, codes);
    }

    static Answer password(Browser browser, Person person) {
        return browser.post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "password",
                        "identifier",
                        person.email(),
                        "password",
                        person.password())
                .ok();
    }

    static Answer second(Browser browser, Answer signIn, String strategy, String code) {
        return browser.post(
                "/v1/client/sign_ins/" + signIn.text("/response/id") + "/attempt_second_factor",
                "strategy",
                strategy,
                "code",
                code);
    }

    private static List<String> strategies(Answer signIn) {
        return signIn.at("/response/supported_second_factors").findValuesAsText("strategy");
    }

    private static Answer user(Person person) {
        return app.backend().get("/v1/users/" + person.userId()).ok();
    }
}
