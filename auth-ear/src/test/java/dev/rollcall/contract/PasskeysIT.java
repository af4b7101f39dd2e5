package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.contract.Browser.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People make passkeys, look after them, and sign in by them; nobody else does. */
class PasskeysIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final Map<String, ?> ON = Map.of(
            "enabled",
            true,
            "used_for_first_factor",
            true,
            "first_factors",
            List.of("passkey"),
            "verifications",
            List.of("passkey"));

    private static Tenant app;

    /** Somebody who is signed in and has a passkey. */
    private record Owner(Browser browser, Person person, SoftAuthenticator key, String passkeyId) {}

    @BeforeAll
    static void anInstanceWithPasskeys() {
        app = OPERATOR.configure(OPERATOR.development(), Map.of("attributes", Map.of("passkey", ON)));
    }

    @Test
    void theEnvironmentOffersThem() {
        var settings = app.browser().get("/v1/environment").ok().at("/user_settings");
        assertThat(settings.at("/attributes/passkey/enabled").asBoolean()).isTrue();
        assertThat(settings.at("/attributes/passkey/first_factors/0").asText()).isEqualTo("passkey");
        assertThat(settings.at("/passkey_settings/allow_autofill").asBoolean()).isTrue();

        OPERATOR.configure(app, Map.of("passkey", Map.of("show_sign_in_button", false)));
        var changed = app.browser().get("/v1/environment").ok().at("/user_settings/passkey_settings");
        assertThat(changed.at("/show_sign_in_button").asBoolean()).isFalse();
        OPERATOR.configure(app, Map.of("passkey", Map.of("show_sign_in_button", true)));
    }

    @Test
    void aPasskeyIsMadeNamedAndTakenAway() {
        var browser = app.browser();
        var person = browser.signUp();
        var begun = browser.post("/v1/me/passkeys").ok();
        var options = options(begun, "/response/verification/nonce");
        assertThat(options.at("/rp/id").asText()).isEqualTo("localhost");
        assertThat(options.at("/user/name").asText()).isEqualTo(person.email());
        assertThat(options.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
        assertThat(browser.get("/v1/me").ok().at("/response/passkeys"))
                .as("until it has answered it is none")
                .isEmpty();

        var path = "/v1/me/passkeys/" + begun.text("/response/id");
        var made = browser.post(
                        path + "/attempt_verification",
                        "strategy",
                        "passkey",
                        "public_key_credential",
                        new SoftAuthenticator().create(options))
                .ok();
        assertThat(made.text("/response/verification/status")).isEqualTo("verified");
        assertThat(browser.get(path).ok().text("/response/object")).isEqualTo("passkey");

        assertThat(browser.patch(path, "name", "My telephone").ok().text("/response/name"))
                .isEqualTo("My telephone");
        browser.patch(path, "name", "").refused(422, "form_param_nil", "name");
        browser.patch(path, "name", " ").refused(422, "form_param_format_invalid", "name");
        browser.patch(path, "name", "x".repeat(300)).refused(422, "form_param_format_invalid", "name");
        assertThat(browser.get("/v1/me").ok().text("/response/passkeys/0/name")).isEqualTo("My telephone");
        assertThat(app.backend().get("/v1/users/" + person.userId()).ok().text("/passkeys/0/name"))
                .isEqualTo("My telephone");

        browser.delete(path).ok();
        browser.get(path).refused(404, "passkey_not_registered");
        assertThat(browser.get("/v1/me").ok().at("/response/passkeys")).isEmpty();
    }

    @Test
    void itsOwnerSignsInByName() {
        var owner = owner();
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "identifier", owner.person.email())
                .ok();
        assertThat(signIn.at("/response/supported_first_factors").findValuesAsText("strategy"))
                .contains("passkey");
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        var prepared = visitor.post(path + "/prepare_first_factor", "strategy", "passkey")
                .ok();
        var options = options(prepared, "/response/first_factor_verification/nonce");
        assertThat(options.at("/allowCredentials/0/id").asText()).isEqualTo(owner.key.id());

        var done = attempt(visitor, signIn, owner.key.get(options)).ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/created_session_id")).startsWith("sess_");
        assertThat(visitor.get("/v1/me").ok().text("/response/id")).isEqualTo(owner.person.userId());
        assertThat(visitor.get("/v1/me")
                        .ok()
                        .at("/response/passkeys/0/last_used_at")
                        .asLong())
                .isPositive();
    }

    @Test
    void itsOwnerSignsInWithoutANameByWhatTheBrowserOffers() {
        var owner = owner();
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "strategy", "passkey").ok();
        assertThat(signIn.text("/response/status")).isEqualTo("needs_first_factor");
        var options = options(signIn, "/response/first_factor_verification/nonce");
        assertThat(options.at("/allowCredentials")).isEmpty();
        assertThat(visitor.get("/v1/client").ok().text("/response/sign_in/first_factor_verification/strategy"))
                .isEqualTo("passkey");

        var done = attempt(visitor, signIn, owner.key.get(options)).ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/response/identifier")).isEqualTo(owner.person.email());
    }

    @Test
    void anAppsServerTakesAPasskeyAway() {
        var owner = owner();
        var path = "/v1/users/" + owner.person.userId() + "/passkeys/" + owner.passkeyId;
        app.backend()
                .delete("/v1/users/" + app.browser().signUp().userId() + "/passkeys/" + owner.passkeyId)
                .refused(404, "passkey_not_registered");
        assertThat(app.backend().delete(path).ok().at("/deleted").asBoolean()).isTrue();
        app.backend().delete(path).refused(404, "passkey_not_registered");
        var signIn = app.browser().post("/v1/client/sign_ins", "identifier", owner.person.email());
        assertThat(signIn.ok().at("/response/supported_first_factors").findValuesAsText("strategy"))
                .doesNotContain("passkey");
    }

    @Test
    void itsOwnerIsToldByMail() {
        var owner = owner();
        owner.browser.delete("/v1/me/passkeys/" + owner.passkeyId).ok();
        var told = app.backend()
                .get("/v1/messages?to_email_address=" + owner.person.email())
                .ok();
        assertThat(told.at("/data").findValuesAsText("slug")).contains("passkey_added", "passkey_removed");
    }

    @Test
    void anAssertionThatWasMadeOnAnotherOrigin() {
        var owner = owner();
        owner.key.origin("http://localhost.evil.test:3000");
        refused(owner, options -> owner.key.get(options));
    }

    @Test
    void anAssertionForAnotherRelyingParty() {
        var owner = owner();
        owner.key.rpId("evil.test");
        refused(owner, options -> owner.key.get(options));
    }

    @Test
    void aPageElsewhereIsOfferedNoneOfTheKeys() {
        var owner = owner();
        var elsewhere = app.browser().origin("http://evil.test");
        var signIn = elsewhere
                .post("/v1/client/sign_ins", "identifier", owner.person.email())
                .ok();
        var prepared = elsewhere.post(
                "/v1/client/sign_ins/" + signIn.text("/response/id") + "/prepare_first_factor", "strategy", "passkey");
        var options = options(prepared.ok(), "/response/first_factor_verification/nonce");
        assertThat(options.at("/rpId").asText()).isEqualTo("evil.test");
        assertThat(options.at("/allowCredentials")).isEmpty();
        owner.key.origin("http://evil.test").rpId("evil.test");
        attempt(elsewhere, signIn, owner.key.get(options)).refused(400, "passkey_authentication_failure");
    }

    @Test
    void anAssertionByAnothersKey() {
        var victim = owner();
        var attacker = owner();
        refused(victim, options -> attacker.key.get(options));
        refused(
                victim,
                options -> attacker.key.userHandle(victim.person.userId()).get(options));
    }

    @Test
    void aKeyThatSaysItIsAnothers() {
        var victim = owner();
        var attacker = owner();
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "strategy", "passkey").ok();
        var options = options(signIn, "/response/first_factor_verification/nonce");
        var forged = attacker.key.userHandle(victim.person.userId()).get(options);
        attempt(visitor, signIn, forged).refused(400, "passkey_authentication_failure");
    }

    @Test
    void aClonedAuthenticator() {
        var owner = owner(new SoftAuthenticator().count(5));
        var first = signIn(owner, options -> owner.key.get(options)).ok();
        assertThat(first.text("/response/status")).isEqualTo("complete");
        refused(owner, options -> owner.key.count(3).get(options));
        assertThat(app.backend()
                        .get("/v1/audit_events?action=passkey.clone_suspected&limit=10")
                        .ok()
                        .at("/data")
                        .toString())
                .contains(owner.passkeyId);
    }

    /** A key that was put into an authenticator anew counts from where it was then. */
    @Test
    void aCounterThatDidNotGrow() {
        var owner = owner(new SoftAuthenticator().count(5));
        signIn(owner, options -> owner.key.get(options)).ok();
        signIn(owner, options -> owner.key.count(5).get(options)).ok();
        signIn(owner, options -> owner.key.count(0).get(options)).ok();
        assertThat(app.backend()
                        .get("/v1/audit_events?action=passkey.clone_suspected&target_id=" + owner.passkeyId)
                        .ok()
                        .at("/data"))
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(event.at("/after/admitted").asBoolean()).isTrue());
    }

    @Test
    void anOperatorChoosesWhatACounterMustDo() {
        var strict = OPERATOR.configure(
                OPERATOR.development(),
                Map.of("attributes", Map.of("passkey", ON), "passkey", Map.of("sign_count", "must_grow")));
        var owner = owner(strict, new SoftAuthenticator().count(5));
        signIn(owner, options -> owner.key.get(options)).ok();
        refused(owner, options -> owner.key.count(5).get(options));
        OPERATOR.configure(strict, Map.of("passkey", Map.of("sign_count", "any")));
        signIn(owner, options -> owner.key.count(2).get(options)).ok();
    }

    @Test
    void aReplayedAssertion() {
        var owner = owner();
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "strategy", "passkey").ok();
        var answer = owner.key.get(options(signIn, "/response/first_factor_verification/nonce"));
        assertThat(attempt(visitor, signIn, answer).ok().text("/response/status"))
                .isEqualTo("complete");

        attempt(visitor, signIn, answer).refused(400, "sign_in_step_not_allowed");
        var thief = app.browser();
        var theirs = thief.post("/v1/client/sign_ins", "strategy", "passkey").ok();
        attempt(thief, theirs, answer).refused(400, "passkey_authentication_failure");
        attempt(thief, signIn, answer).refused(404, "resource_not_found");
    }

    @Test
    void anAuthenticatorThatHasSeenNobody() {
        var owner = owner();
        owner.key.unattended();
        refused(owner, options -> owner.key.get(options));
    }

    @Test
    void aChallengeIsAnsweredWronglyOnlySoOften() {
        var owner = owner();
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "strategy", "passkey").ok();
        var options = options(signIn, "/response/first_factor_verification/nonce");
        owner.key.origin("http://evil.test");
        attempt(visitor, signIn, owner.key.get(options)).refused(400, "passkey_authentication_failure");
        attempt(visitor, signIn, owner.key.get(options)).refused(400, "passkey_authentication_failure");
        attempt(visitor, signIn, owner.key.get(options)).refused(400, "verification_failed");
        owner.key.origin("http://localhost:3000");
        attempt(visitor, signIn, owner.key.get(options)).refused(400, "verification_failed");
    }

    @Test
    void aKeyThatNobodyHas() {
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "strategy", "passkey").ok();
        var options = options(signIn, "/response/first_factor_verification/nonce");
        var unknown = new SoftAuthenticator().rpId("localhost").userHandle("user_nobody");
        attempt(visitor, signIn, unknown.get(options)).refused(404, "passkey_not_registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "[]",
                "{\"type\":\"public-key\",\"rawId\":\"AA\",\"response\":null}",
                "{\"type\":\"public-key\",\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"**\"}}"
            })
    void whatIsNoCredential(String text) {
        var browser = app.browser();
        browser.signUp();
        var id = browser.post("/v1/me/passkeys").ok().text("/response/id");
        browser.post("/v1/me/passkeys/" + id + "/attempt_verification", "public_key_credential", text)
                .refused(422, "passkey_invalid_public_key_credential", "public_key_credential");
    }

    @Test
    void aRegistrationFromAnotherOrigin() {
        var browser = app.browser();
        browser.signUp();
        var begun = browser.post("/v1/me/passkeys").ok();
        var evil = new SoftAuthenticator().origin("http://evil.test");
        browser.post(
                        "/v1/me/passkeys/" + begun.text("/response/id") + "/attempt_verification",
                        "public_key_credential",
                        evil.create(options(begun, "/response/verification/nonce")))
                .refused(400, "passkey_registration_failure");
    }

    @Test
    void aKeyIsRegisteredOnce() {
        var owner = owner();
        var other = app.browser();
        other.signUp();
        var begun = other.post("/v1/me/passkeys").ok();
        other.post(
                        "/v1/me/passkeys/" + begun.text("/response/id") + "/attempt_verification",
                        "public_key_credential",
                        owner.key.create(options(begun, "/response/verification/nonce")))
                .refused(400, "passkey_registration_failure");
    }

    @Test
    void tenAreEnough() {
        var browser = app.browser();
        browser.signUp();
        for (int i = 0; i < 10; i++) {
            browser.post("/v1/me/passkeys").ok();
        }
        browser.post("/v1/me/passkeys").refused(403, "passkey_quota_exceeded");
    }

    @Test
    void whereThereAreNoPasskeysNobodyMakesOne() {
        var without = OPERATOR.development();
        var browser = without.browser();
        browser.signUp();
        browser.post("/v1/me/passkeys").refused(403, "feature_not_enabled");
        without.browser()
                .post("/v1/client/sign_ins", "strategy", "passkey")
                .refused(422, "form_param_value_invalid", "strategy");
    }

    @Test
    void whoHasAPasskeyIsNotToBeLearned() {
        var silent = OPERATOR.configure(
                OPERATOR.development(),
                Map.of("attributes", Map.of("passkey", ON), "protection", Map.of("enumeration_protection", true)));
        var owner = owner(silent, new SoftAuthenticator());
        var known = silent.browser().post("/v1/client/sign_ins", "identifier", owner.person.email());
        var unknown = silent.browser().post("/v1/client/sign_ins", "identifier", Tenant.freshEmail());
        assertThat(known.ok().at("/response/supported_first_factors").findValuesAsText("strategy"))
                .isEqualTo(unknown.ok().at("/response/supported_first_factors").findValuesAsText("strategy"))
                .contains("passkey");

        var visitor = silent.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "identifier", owner.person.email())
                .ok();
        var prepared = visitor.post(
                        "/v1/client/sign_ins/" + signIn.text("/response/id") + "/prepare_first_factor",
                        "strategy",
                        "passkey")
                .ok();
        var options = options(prepared, "/response/first_factor_verification/nonce");
        assertThat(options.at("/allowCredentials")).isEmpty();
        assertThat(attempt(visitor, signIn, owner.key.get(options)).ok().text("/response/status"))
                .isEqualTo("complete");
    }

    private interface Answering {

        String to(JsonNode options);
    }

    private static void refused(Owner victim, Answering answering) {
        signIn(victim, answering).refused(400, "passkey_authentication_failure");
    }

    private static Answer signIn(Owner owner, Answering answering) {
        var visitor = owner.browser.tenant().browser();
        var signIn = visitor.post("/v1/client/sign_ins", "identifier", owner.person.email())
                .ok();
        var prepared = visitor.post(
                        "/v1/client/sign_ins/" + signIn.text("/response/id") + "/prepare_first_factor",
                        "strategy",
                        "passkey")
                .ok();
        return attempt(visitor, signIn, answering.to(options(prepared, "/response/first_factor_verification/nonce")));
    }

    private static Answer attempt(Browser visitor, Answer signIn, String credential) {
        return visitor.post(
                "/v1/client/sign_ins/" + signIn.text("/response/id") + "/attempt_first_factor",
                "strategy",
                "passkey",
                "public_key_credential",
                credential);
    }

    private static Owner owner() {
        return owner(new SoftAuthenticator());
    }

    private static Owner owner(SoftAuthenticator key) {
        return owner(app, key);
    }

    private static Owner owner(Tenant tenant, SoftAuthenticator key) {
        var browser = tenant.browser();
        var person = browser.signUp();
        var begun = browser.post("/v1/me/passkeys").ok();
        var id = begun.text("/response/id");
        browser.post(
                        "/v1/me/passkeys/" + id + "/attempt_verification",
                        "strategy",
                        "passkey",
                        "public_key_credential",
                        key.create(options(begun, "/response/verification/nonce")))
                .ok();
        return new Owner(browser, person, key, id);
    }

    private static JsonNode options(Answer answer, String pointer) {
        try {
            return Wire.JSON.readTree(answer.text(pointer));
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.text(pointer), e);
        }
    }
}
