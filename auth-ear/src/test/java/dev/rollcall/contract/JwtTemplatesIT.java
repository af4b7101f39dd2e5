package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for other companies' servers: templates, and what is made after them on both APIs. */
class JwtTemplatesIT {

    private static final String TEMPLATES = "/v1/jwt_templates";
    private static final String CATEGORY = "cl_B7d4PD222AAA";
    private static final Tenant APP = Rollcall.standard();
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();

    @Test
    void aTemplateIsMadeShownChangedListedAndDeleted() {
        var name = fresh();
        var made = create(name, Map.of("aud", "https://example.com", "name", "{{user.first_name}}"));
        assertThat(made.text("/object")).isEqualTo("jwt_template");
        assertThat(made.text("/signing_algorithm")).isEqualTo("RS256");
        assertThat(made.at("/lifetime").asInt()).isEqualTo(60);
        assertThat(made.at("/allowed_clock_skew").asInt()).isEqualTo(5);
        assertThat(made.at("/custom_signing_key").asBoolean()).isFalse();
        var path = TEMPLATES + "/" + made.text("/id");
        assertThat(BACKEND.get(path).ok().json()).isEqualTo(made.json());

        var changed = BACKEND.patch(path, Map.of("name", name, "claims", Map.of("a", 1), "lifetime", 315_360_000))
                .ok();
        assertThat(changed.at("/claims")).hasToString("{\"a\":1}");
        assertThat(changed.at("/lifetime").asInt()).isEqualTo(315_360_000);
        assertThat(changed.at("/allowed_clock_skew").asInt()).isEqualTo(5);

        assertThat(BACKEND.get(TEMPLATES + "?limit=500").ok().json().findValuesAsText("id"))
                .contains(made.text("/id"));
        var paged = BACKEND.get(TEMPLATES + "?paginated=true&limit=1").ok();
        assertThat(paged.at("/data")).hasSize(1);
        assertThat(paged.at("/total_count").asInt()).isPositive();

        assertThat(BACKEND.delete(path).ok().at("/deleted").asBoolean()).isTrue();
        BACKEND.get(path).refused(404, "resource_not_found");
        BACKEND.patch(path, Map.of("lifetime", 60)).refused(404, "resource_not_found");
        BACKEND.delete(path).refused(404, "resource_not_found");
    }

    @Test
    void aNameIsGivenOnce() {
        var name = fresh();
        create(name, Map.of());
        BACKEND.post(TEMPLATES, Map.of("name", name, "claims", Map.of())).refused(400, "duplicate_record", "name");
        var other = create(fresh(), Map.of()).text("/id");
        BACKEND.patch(TEMPLATES + "/" + other, Map.of("name", name, "claims", Map.of()))
                .refused(400, "duplicate_record", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"azp", "exp", "iat", "iss", "jti", "nbf", "sub", "sid", "sts", "v", "fva", "pla", "fea"})
    void noTemplateSetsWhatOnlyWeSay(String claim) {
        BACKEND.post(TEMPLATES, Map.of("name", fresh(), "claims", Map.of(claim, "user_2")))
                .refused(400, "jwt_template_reserved_claim", "claims");
    }

    @ParameterizedTest(name = "{0}: {1} is refused as {2}")
    @CsvSource({
        "lifetime,           29,        form_param_value_invalid",
        "lifetime,           315360001, form_param_value_invalid",
        "lifetime,           1.5,       form_param_type_invalid",
        "allowed_clock_skew, 301,       form_param_value_invalid",
        "allowed_clock_skew, -1,        form_param_value_invalid",
        "name,               a/b,       form_param_format_invalid",
        "name,               ..,        form_param_format_invalid",
        "signing_algorithm,  none,      form_param_value_invalid",
        "signing_algorithm,  HS256,     form_param_value_invalid",
        "signing_key,        secret,    form_param_value_invalid",
        "flavour,            salt,      form_param_unknown",
    })
    void whatMakesNoSenseIsRefusedByName(String field, String value, String code) {
        var body = new HashMap<String, Object>(Map.of("name", fresh(), "claims", Map.of()));
        body.put(field, value.matches("-?\\d+(\\.\\d+)?") ? (Object) Double.valueOf(value) : value);
        if (value.matches("-?\\d+")) {
            body.put(field, Long.valueOf(value));
        }
        BACKEND.post(TEMPLATES, body).refused(422, code, field);
    }

    @Test
    void aShortcodeThatCannotBeReadIsRefused() {
        BACKEND.post(TEMPLATES, Map.of("name", fresh(), "claims", Map.of("a", "{{user.id")))
                .refused(422, "form_param_format_invalid", "claims");
        BACKEND.post(TEMPLATES, Map.of("name", fresh())).refused(422, "form_param_nil", "claims");
        BACKEND.post(TEMPLATES, Map.of("claims", Map.of())).refused(422, "form_param_nil", "name");
    }

    @Test
    void aTokenSaysWhatItsTemplateWantsAndWhoItIsOf() {
        var email = Tenant.freshEmail();
        var user = BACKEND.createUser(
                        email,
                        Browser.PASSWORD,
                        "first_name",
                        "Maria",
                        "external_id",
                        "x-" + UUID.randomUUID(),
                        "public_metadata",
                        Map.of("profile", Map.of("interests", List.of("reading", "climbing"))),
                        "private_metadata",
                        Map.of("secret", "hidden"),
                        "unsafe_metadata",
                        Map.of("foo", Map.of("bar", 42)))
                .text("/id");
        var session = browser.signIn(email, Browser.PASSWORD);
        var claims = new HashMap<String, Object>(Map.of(
                "aud", "https://my-site.com",
                "foo", Map.of("bar", List.of(1, 2, 3)),
                "user_id", "{{user.id}}",
                "full_name", "{{user.last_name}} {{user.first_name}}",
                "email", "{{user.primary_email_address}}",
                "verified", "{{user.email_verified}}",
                "likes", "{{user.public_metadata.profile.interests}}",
                "unsafe", "{{user.unsafe_metadata}}",
                "private", "{{user.private_metadata}}",
                "since", "{{user.created_at}}"));
        claims.put("nick", "{{user.username || user.last_name || 'friend'}}");
        claims.put("session", "{{session.id}}");
        claims.put("avatar", "{{user.image_url}}");
        claims.put("org", "{{org.id}}");
        claims.put("unknown", "{{user.i_dont_exist}}");
        var name = fresh();
        var template = BACKEND.post(
                        TEMPLATES, Map.of("name", name, "claims", claims, "lifetime", 120, "allowed_clock_skew", 30))
                .ok();
        assertThat(template.at("/claims")).hasSize(claims.size());

        var token = Jwt.of(template(session, name));
        assertThat(token.signedBy(BACKEND.get("/v1/jwks").ok().json())).isTrue();
        assertThat(token.header().path("cat").asText()).isEqualTo(CATEGORY);
        var said = token.claims();
        assertThat(said.path("sub").asText()).isEqualTo(user);
        assertThat(said.path("iss").asText()).isEqualTo("https://" + APP.host());
        assertThat(said.path("azp").asText()).isEqualTo("http://localhost:3000");
        assertThat(said.path("exp").asLong() - said.path("iat").asLong()).isEqualTo(120);
        assertThat(said.path("iat").asLong() - said.path("nbf").asLong()).isEqualTo(30);
        assertThat(said.has("sid")).isFalse();
        assertThat(said.path("user_id").asText()).isEqualTo(user);
        assertThat(said.path("full_name").asText()).isEqualTo("null Maria");
        assertThat(said.path("email").asText()).isEqualTo(email);
        assertThat(said.path("verified")).hasToString("true");
        assertThat(said.path("likes")).hasToString("[\"reading\",\"climbing\"]");
        assertThat(said.path("unsafe")).hasToString("{\"foo\":{\"bar\":42}}");
        assertThat(said.path("private").isNull()).isTrue();
        assertThat(said.path("since").isIntegralNumber()).isTrue();
        assertThat(said.path("nick").asText()).isEqualTo("friend");
        assertThat(said.path("session").asText()).isEqualTo(session);
        assertThat(said.path("avatar").asText()).startsWith("http");
        assertThat(said.path("org").isNull()).isTrue();
        assertThat(said.path("unknown").isNull()).isTrue();

        var backend = Jwt.of(
                        BACKEND.post("/v1/sessions/" + session + "/tokens/" + name, Map.of("expires_in_seconds", 600))
                                .ok()
                                .text("/jwt"))
                .claims();
        assertThat(backend.has("azp")).isFalse();
        assertThat(backend.path("exp").asLong() - backend.path("iat").asLong()).isEqualTo(600);
        BACKEND.post("/v1/sessions/" + session + "/tokens/" + name, Map.of("expires_in_seconds", 0))
                .refused(422, "form_param_value_invalid", "expires_in_seconds");
    }

    @Test
    void aFirebaseTokenIsIssuedByTheServiceAccount() throws Exception {
        var pair = rsa();
        var account = "firebase-adminsdk@project.iam.gserviceaccount.com";
        var person = browser.signUp();
        var token = own(
                "RS256",
                pem(pair),
                Map.of(
                        "iss",
                        account,
                        "sub",
                        account,
                        "aud",
                        "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit",
                        "uid",
                        "{{user.id}}",
                        "claims",
                        Map.of("premium", "{{user.public_metadata.premium || false}}")),
                person.sessionId());
        var jws = JWSObject.parse(token);
        assertThat(jws.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                .isTrue();
        var claims = Jwt.of(token).claims();
        assertThat(claims.path("iss").asText()).isEqualTo(account);
        assertThat(claims.path("sub").asText()).isEqualTo(account);
        assertThat(claims.path("uid").asText()).isEqualTo(person.userId());
        assertThat(claims.at("/claims/premium")).hasToString("false");
    }

    @Test
    void aSupabaseTokenIsSignedWithTheSharedSecret() throws Exception {
        var secret = "super-secret-jwt-token-with-at-least-32-characters-long";
        var person = browser.signUp();
        var token = own(
                "HS256",
                secret,
                Map.of(
                        "aud", "authenticated",
                        "role", "authenticated",
                        "email", "{{user.primary_email_address}}",
                        "app_metadata", Map.of(),
                        "user_metadata", Map.of()),
                person.sessionId());
        assertThat(JWSObject.parse(token).verify(new MACVerifier(secret))).isTrue();
        var claims = Jwt.of(token).claims();
        assertThat(claims.path("sub").asText()).isEqualTo(person.userId());
        assertThat(claims.path("role").asText()).isEqualTo("authenticated");
        assertThat(claims.path("email").asText()).isEqualTo(person.email());
        assertThat(claims.path("user_metadata")).hasToString("{}");
    }

    @Test
    void aHasuraTokenHasItsClaimsInTheirNamespace() {
        var person = browser.signUp();
        var name = fresh();
        create(
                name,
                Map.of(
                        "https://hasura.io/jwt/claims",
                        Map.of(
                                "x-hasura-allowed-roles", List.of("user"),
                                "x-hasura-default-role", "user",
                                "x-hasura-org-id", "{{org.id || 'none'}}",
                                "x-hasura-user-id", "{{user.id}}")));
        var token = Jwt.of(template(person.sessionId(), name));
        assertThat(token.signedBy(BACKEND.get("/v1/jwks").ok().json())).isTrue();
        var hasura = token.claims().path("https://hasura.io/jwt/claims");
        assertThat(hasura.path("x-hasura-user-id").asText()).isEqualTo(person.userId());
        assertThat(hasura.path("x-hasura-org-id").asText()).isEqualTo("none");
        assertThat(hasura.path("x-hasura-allowed-roles")).hasToString("[\"user\"]");
    }

    @Test
    void aConvexTokenIsForConvexAndByUs() {
        var person = browser.signUp();
        var name = fresh();
        create(
                name,
                Map.of(
                        "aud", "convex",
                        "name", "{{user.full_name}}",
                        "email", "{{user.primary_email_address}}",
                        "email_verified", "{{user.email_verified}}",
                        "updated_at", "{{user.updated_at}}",
                        "picture", "{{user.image_url}}"));
        var token = Jwt.of(template(person.sessionId(), name));
        assertThat(token.signedBy(BACKEND.get("/v1/jwks").ok().json())).isTrue();
        assertThat(token.claims().path("iss").asText()).isEqualTo("https://" + APP.host());
        assertThat(token.claims().path("aud").asText()).isEqualTo("convex");
        assertThat(token.claims().path("email_verified").isBoolean()).isTrue();
        assertThat(token.claims().path("name").isNull()).isTrue();
    }

    @Test
    void aKeyOnACurveSignsToo() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var token = own("ES256", pem(pair), Map.of("a", 1), browser.signUp().sessionId());
        assertThat(JWSObject.parse(token).verify(new ECDSAVerifier((ECPublicKey) pair.getPublic())))
                .isTrue();
    }

    @Test
    void aKeyOfTheAppsOwnIsNeverShownAndNeverInTheKeySet() throws Exception {
        var before = BACKEND.get("/v1/jwks").ok().json();
        var made = BACKEND.post(
                TEMPLATES,
                Map.of(
                        "name", fresh(),
                        "claims", Map.of(),
                        "custom_signing_key", true,
                        "signing_algorithm", "RS512",
                        "signing_key", pem(rsa())));
        assertThat(made.ok().at("/custom_signing_key").asBoolean()).isTrue();
        assertThat(made.json().has("signing_key")).isFalse();
        assertThat(BACKEND.get("/v1/jwks").ok().json()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"HS256, too-short", "RS256, no-pem", "ES256, no-pem"})
    void aKeyThatIsNoneOrTooWeakIsRefused(String algorithm, String key) {
        BACKEND.post(
                        TEMPLATES,
                        Map.of(
                                "name",
                                fresh(),
                                "claims",
                                Map.of(),
                                "custom_signing_key",
                                true,
                                "signing_algorithm",
                                algorithm,
                                "signing_key",
                                key))
                .refused(422, "form_param_value_invalid", "signing_key");
    }

    @Test
    void aKeyOfItsOwnIsKeptUntilItIsReplacedOrTheAlgorithmChanges() {
        var name = fresh();
        var id = BACKEND.post(
                        TEMPLATES,
                        Map.of(
                                "name",
                                name,
                                "claims",
                                Map.of("iss", "me"),
                                "custom_signing_key",
                                true,
                                "signing_algorithm",
                                "HS256",
                                "signing_key",
                                "k".repeat(64)))
                .ok()
                .text("/id");
        var path = TEMPLATES + "/" + id;
        assertThat(BACKEND.patch(path, Map.of("lifetime", 90))
                        .ok()
                        .at("/custom_signing_key")
                        .asBoolean())
                .isTrue();
        BACKEND.patch(path, Map.of("signing_algorithm", "HS512")).refused(422, "form_param_nil", "signing_key");
        BACKEND.patch(path, Map.of("custom_signing_key", false))
                .refused(400, "jwt_template_reserved_claim", "claims"); // our key says nothing in another's name
        var ours = BACKEND.patch(path, Map.of("custom_signing_key", false, "claims", Map.of()))
                .ok();
        assertThat(ours.text("/signing_algorithm")).isEqualTo("RS256");
    }

    /** Apps hand these tokens to other companies' servers, which must not be able to act as the user with them. */
    @Test
    void attackATemplateTokenDoesNotOpenASession() {
        var person = browser.signUp();
        var name = fresh();
        create(name, Map.of("aud", "anybody"));
        var token = template(person.sessionId(), name);
        BACKEND.post(
                        "/v1/sessions/" + person.sessionId() + "/refresh",
                        Map.of(
                                "expired_token", token,
                                "refresh_token", "1.x",
                                "request_origin", "http://localhost:3000"))
                .refused(401, "expired_token_invalid");
    }

    @Test
    void attackSomebodyElsesSessionGivesNoToken() {
        var victim = browser.signUp();
        var name = fresh();
        create(name, Map.of());
        var thief = APP.browser();
        thief.signUp();
        thief.post("/v1/client/sessions/" + victim.sessionId() + "/tokens/" + name)
                .refused(401, "authentication_invalid");
        browser.post("/v1/client/sessions/" + victim.sessionId() + "/end").ok();
        browser.post("/v1/client/sessions/" + victim.sessionId() + "/tokens/" + name)
                .refused(401, "authentication_invalid");
        BACKEND.post("/v1/sessions/" + victim.sessionId() + "/tokens/" + name, Map.of())
                .refused(404, "resource_not_found");
    }

    @Test
    void anUnknownTemplateGivesNoToken() {
        var person = browser.signUp();
        browser.post("/v1/client/sessions/" + person.sessionId() + "/tokens/nobody-made-this")
                .refused(404, "resource_not_found");
    }

    /** What people write into their own metadata is data. */
    @Test
    void attackShortcodesInUnsafeMetadataAreNotRun() {
        var person = browser.signUp();
        browser.patch("/v1/me/metadata", "unsafe_metadata", "{\"a\":\"{{user.external_id}}{{user.private_metadata}}\"}")
                .ok();
        var name = fresh();
        create(name, Map.of("a", "{{user.unsafe_metadata.a}}", "b", "-{{user.unsafe_metadata.a}}-"));
        JsonNode claims = Jwt.of(template(person.sessionId(), name)).claims();
        assertThat(claims.path("a").asText()).isEqualTo("{{user.external_id}}{{user.private_metadata}}");
        assertThat(claims.path("b").asText()).isEqualTo("-{{user.external_id}}{{user.private_metadata}}-");
    }

    @Test
    void anInstanceAddsClaimsToItsSessionTokens() {
        var operator = Operator.platform();
        var app = operator.development();
        var visitor = app.browser();
        var session = visitor.signUp().sessionId();
        operator.configure(
                app,
                Map.of(
                        "session",
                        Map.of(
                                "claims",
                                Map.of(
                                        "email", "{{user.primary_email_address}}",
                                        "role", "{{user.public_metadata.role || 'member'}}"))));
        var claims = Eventually.see(
                "the new claims", () -> Jwt.of(visitor.token(session)).claims(), seen -> seen.has("role"));
        assertThat(claims.path("role").asText()).isEqualTo("member");
        assertThat(claims.path("email").asText()).contains("@");
        assertThat(claims.path("sid").asText()).isEqualTo(session);
        var shown = visitor.get("/v1/client").ok().text("/response/sessions/0/last_active_token/jwt");
        assertThat(Jwt.of(shown).claims().path("role").asText()).isEqualTo("member");
        for (var claim : List.of("sub", "sid", "org_role", "o", "act", "fva")) {
            operator.patch(Operator.configOf(app), Map.of("session", Map.of("claims", Map.of(claim, "org:admin"))))
                    .refused(400, "jwt_template_reserved_claim", "session.claims");
        }
        operator.patch(Operator.configOf(app), Map.of("session", Map.of("claims", Map.of("a", "{{"))))
                .refused(422, "form_param_format_invalid", "session.claims");
        operator.patch(Operator.configOf(app), Map.of("session", Map.of("claims", "x")))
                .refused(422, "form_param_type_invalid", "session.claims");
    }

    @Test
    void whoeverChangesTokensIsWrittenDownAndNoKeyIs() {
        var app = Operator.platform().development();
        var secret = "shared-secret-" + UUID.randomUUID() + UUID.randomUUID();
        var id = app.backend()
                .post(
                        TEMPLATES,
                        Map.of(
                                "name",
                                "t",
                                "claims",
                                Map.of("a", 1),
                                "custom_signing_key",
                                true,
                                "signing_algorithm",
                                "HS256",
                                "signing_key",
                                secret))
                .ok()
                .text("/id");
        app.backend()
                .patch(TEMPLATES + "/" + id, Map.of("claims", Map.of("a", 2)))
                .ok();
        app.backend().delete(TEMPLATES + "/" + id).ok();
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var ticket = app.backend()
                .post("/v1/sign_in_tokens", Map.of("user_id", user))
                .ok();
        app.browser()
                .post("/v1/client/sign_ins", "ticket", ticket.text("/token"))
                .ok();
        app.backend()
                .post("/v1/redirect_urls", Map.of("url", "https://other.test/"))
                .ok();

        var events = app.backend().get("/v1/audit_events?limit=100").ok();
        assertThat(events.at("/data").findValuesAsText("action"))
                .contains(
                        "jwt_template.created",
                        "jwt_template.updated",
                        "jwt_template.deleted",
                        "sign_in_token.created",
                        "sign_in_token.accepted",
                        "redirect_url.created");
        assertThat(events.json().toString()).doesNotContain(secret).doesNotContain(ticket.text("/token"));
        var updated = app.backend()
                .get("/v1/audit_events?action=jwt_template.updated")
                .ok();
        assertThat(updated.at("/data/0/before/claims/a").asInt()).isEqualTo(1);
        assertThat(updated.at("/data/0/after/claims/a").asInt()).isEqualTo(2);
    }

    private String own(String algorithm, String key, Map<String, ?> claims, String session) {
        var name = fresh();
        BACKEND.post(
                        TEMPLATES,
                        Map.of(
                                "name", name,
                                "claims", claims,
                                "lifetime", 3600,
                                "custom_signing_key", true,
                                "signing_algorithm", algorithm,
                                "signing_key", key))
                .ok();
        return template(session, name);
    }

    private String template(String session, String name) {
        return browser.post("/v1/client/sessions/" + session + "/tokens/" + name)
                .ok()
                .text("/jwt");
    }

    private static Answer create(String name, Map<String, ?> claims) {
        return BACKEND.post(TEMPLATES, Map.of("name", name, "claims", claims)).ok();
    }

    private static String fresh() {
        return "t-" + UUID.randomUUID();
    }

    private static KeyPair rsa() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        var der = pair.getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PRIVATE KEY-----\n";
    }
}
