package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use the Platform API, and for what: tokens with scopes, and people of the operators' instance. */
class AccessTokensIT {

    private static final String TOKENS = "/v1/platform/access_tokens";
    private static final Operator ALL = Operator.platform();

    /** The instance that the test server knows as that of its operators. */
    private static Tenant operators;

    @BeforeAll
    static void theOperatorsHaveAnInstance() {
        operators = ALL.production("operators.example.org");
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        var made = ALL.post(TOKENS, Map.of("name", "CI", "scopes", List.of("applications:read")))
                .ok();
        assertThat(made.text("/token")).matches("plapi_[0-9A-Za-z]{43}");
        var holder = new Operator(made.text("/token"));
        holder.get("/v1/platform/applications").ok();

        var listed = ALL.get(TOKENS).ok();
        assertThat(listed.json().findValuesAsText("id")).contains(made.text("/id"));
        assertThat(listed.json().findValues("token")).isEmpty();
        assertThat(new String(listed.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(made.text("/token"));

        ALL.delete(TOKENS + "/" + made.text("/id")).ok();
        holder.get("/v1/platform/applications").refused(401, "platform_token_invalid");
        ALL.delete(TOKENS + "/" + made.text("/id")).refused(404, "resource_not_found");
    }

    @ParameterizedTest(name = "{0} {1} needs {2}")
    @CsvSource({
        "GET, /v1/platform/applications, applications:read",
        "GET, /v1/platform/applications?include_secret_keys=true, keys:read",
        "POST, /v1/platform/applications, applications:write",
        "DELETE, /v1/platform/applications/app_none, applications:write",
        "DELETE, /v1/platform/applications/app_none/logo, applications:write",
        "POST, /v1/platform/applications/app_none/instances, applications:write",
        "POST, /v1/platform/applications/app_none/rotate_secret_keys, keys:write",
        "POST, /v1/platform/applications/app_none/instances/development/rotate_secret_keys, keys:write",
        "POST, /v1/platform/applications/app_none/instances/development/rotate_signing_key, keys:write",
        "GET, /v1/platform/applications/app_none/instances/development/usage, application_usage:read",
        "GET, /v1/platform/applications/app_none/instances/development/config, config:read",
        "PATCH, /v1/platform/applications/app_none/instances/development/config, config:write",
        "GET, /v1/platform/queue, jobs:read",
        "POST, /v1/platform/schedules/cleanup/run, jobs:write",
        "GET, /v1/platform/access_tokens, tokens:read",
        "POST, /v1/platform/access_tokens, tokens:write",
    })
    void anOperationNeedsItsScope(String method, String path, String scope) {
        // everything but the scope in question, and the one that the listing needs besides
        var others = List.of(
                        "applications:read",
                        "applications:write",
                        "application_usage:read",
                        "audit:read",
                        "config:read",
                        "config:write",
                        "jobs:read",
                        "jobs:write",
                        "keys:read",
                        "keys:write",
                        "tokens:read",
                        "tokens:write",
                        "users:read",
                        "users:write")
                .stream()
                .filter(other -> !other.equals(scope))
                .toList();
        call(holding(others), method, path).refused(403, "authorization_invalid");
        assertThat(call(holding(List.of(scope, "applications:read")), method, path)
                        .status())
                .isNotEqualTo(403);
    }

    @Test
    void privilegeEscalationByATokenForATokenMaker() {
        var maker = holding(List.of("tokens:write", "tokens:read", "applications:read"));
        maker.post(TOKENS, Map.of("name", "more", "scopes", List.of("applications:read", "users:write")))
                .refused(403, "authorization_invalid");
        maker.post(TOKENS, Map.of("name", "all", "scopes", List.of("*"))).refused(403, "authorization_invalid");
        maker.post(TOKENS, Map.of("name", "less", "scopes", List.of("applications:read")))
                .ok();
        var mighty = ALL.post(TOKENS, Map.of("name", "mighty", "scopes", List.of("users:write")))
                .text("/id");
        maker.delete(TOKENS + "/" + mighty).refused(403, "authorization_invalid");
    }

    /** Whoever makes a user of the operators' instance says which groups it is in. */
    @Test
    void privilegeEscalationByAUserOfTheOperatorsInstance() {
        var support = new Operator(tokenOf(operators, List.of("support")));
        var body = Map.of(
                "email_address",
                List.of(Tenant.freshEmail()),
                "password",
                Browser.PASSWORD,
                "public_metadata",
                Map.of("groups", List.of("admin")));
        support.post(usersOf(operators), body).refused(403, "authorization_invalid");
        support.delete(usersOf(operators) + "/user_admin").refused(403, "authorization_invalid");
        support.get(usersOf(operators)).ok();
        support.post(usersOf(ALL.development()), body).ok();
        ALL.post(usersOf(operators), body).ok();
    }

    /** With a secret key of the operators' instance anybody's groups can be changed. */
    @Test
    void privilegeEscalationByTheKeysOfTheOperatorsInstance() {
        var keeper = holding(List.of("applications:read", "keys:read", "keys:write"));
        var application = "/v1/platform/applications/" + operators.applicationId();
        var other = ALL.development();

        keeper.get(application + "?include_secret_keys=true").refused(403, "authorization_invalid");
        keeper.post(application + "/rotate_secret_keys", Map.of()).refused(403, "authorization_invalid");
        keeper.post(application + "/instances/production/rotate_secret_keys", Map.of())
                .refused(403, "authorization_invalid");
        var listed =
                keeper.get("/v1/platform/applications?include_secret_keys=true").ok();
        assertThat(listed.json().findValuesAsText("secret_key"))
                .contains(other.secretKey())
                .doesNotContain(operators.secretKey());
        assertThat(ALL.get(application + "?include_secret_keys=true").ok().text("/instances/0/secret_key"))
                .isEqualTo(operators.secretKey());
    }

    @Test
    void privilegeEscalationByTheApplicationOfTheOperators() {
        var application = "/v1/platform/applications/" + operators.applicationId();
        var changer = holding(List.of("applications:read", "applications:write", "config:read", "config:write"));

        changer.delete(application).refused(403, "authorization_invalid");
        changer.patch(Operator.configOf(operators), Map.of("test_mode", true)).refused(403, "authorization_invalid");
        changer.get(Operator.configOf(operators)).ok();
    }

    /** The server's own variable names a host: whoever has an instance there is its operator. */
    @Test
    void privilegeEscalationByTheDomainOfTheOperators() {
        holding(List.of("applications:write"))
                .post(
                        "/v1/platform/applications",
                        Map.of(
                                "name",
                                "Mine",
                                "domain",
                                "operators.example.org",
                                "environment_types",
                                List.of("production")))
                .refused(403, "authorization_invalid");
    }

    @Test
    void aTokenOfSomebodyWhoHasLostTheirGroups() {
        var maker = person(List.of("admin"));
        var made = new Operator(maker.operator()
                .post(TOKENS, Map.of("name", "theirs", "scopes", List.of("*")))
                .ok()
                .text("/token"));
        var grandchild = new Operator(
                made.post(TOKENS, Map.of("name", "by it", "scopes", List.of("applications:read", "tokens:read")))
                        .ok()
                        .text("/token"));
        var listed = ALL.get(TOKENS).ok().json();
        assertThat(listed.findValuesAsText("user_id").stream().filter(maker.id()::equals))
                .hasSize(2);

        groups(maker.id(), List.of("viewer"));
        made.get(TOKENS).ok();
        made.post(TOKENS, Map.of("name", "more", "scopes", List.of("jobs:read")))
                .refused(403, "authorization_invalid");
        groups(maker.id(), List.of("applications:read"));
        grandchild.get("/v1/platform/applications").ok();
        grandchild.get(TOKENS).refused(403, "authorization_invalid");
        groups(maker.id(), List.of());
        made.get("/v1/platform/applications").refused(401, "platform_token_invalid");
        grandchild.get("/v1/platform/applications").refused(401, "platform_token_invalid");
        groups(maker.id(), List.of("admin"));
        made.get(TOKENS).ok();
        operators.backend().post("/v1/users/" + maker.id() + "/ban", Map.of()).ok();
        made.get(TOKENS).refused(401, "platform_token_invalid");
        grandchild.get("/v1/platform/applications").refused(401, "platform_token_invalid");
    }

    @Test
    void aSessionTokenThatNamesGroupsOfBefore() {
        var person = person(List.of("admin"));
        person.operator().get(TOKENS).ok();
        groups(person.id(), List.of("applications:read"));
        person.operator().get(TOKENS).refused(403, "authorization_invalid");
        person.operator().get("/v1/platform/applications").ok();
    }

    @Test
    void aTokenThatLastsNoLongerThanTheOneThatMadeIt() {
        var parent = ALL.post(TOKENS, Map.of("name", "an hour", "scopes", List.of("*"), "expires_in_seconds", 3600))
                .ok();
        var child = new Operator(parent.text("/token"))
                .post(TOKENS, Map.of("name", "for ever", "scopes", List.of("jobs:read")))
                .ok();
        assertThat(child.at("/expire_at")).isEqualTo(parent.at("/expire_at"));
        assertThat(child.text("/made_by")).isEqualTo(parent.text("/id"));
    }

    @Test
    void aNewKeyForWhoMayReplaceKeysAndNotSeeThem() {
        var app = ALL.development();
        var rotate = "/v1/platform/applications/" + app.applicationId();
        var blind = holding(List.of("keys:write"));
        assertThat(blind.post(rotate + "/rotate_secret_keys", Map.of()).ok().text("/instances/0/secret_key"))
                .isEmpty();
        assertThat(blind.post(rotate + "/instances/development/rotate_secret_keys", Map.of())
                        .ok()
                        .text("/instances/0/secret_key"))
                .isEmpty();
        assertThat(holding(List.of("keys:write", "keys:read"))
                        .post(rotate + "/rotate_secret_keys", Map.of())
                        .ok()
                        .text("/instances/0/secret_key"))
                .startsWith("sk_test_");
    }

    @Test
    void aTokenThatMakesNoSenseIsRefusedByName() {
        ALL.post(TOKENS, Map.of("scopes", List.of("*"))).refused(422, "form_param_nil", "name");
        ALL.post(TOKENS, Map.of("name", "x")).refused(422, "form_param_nil", "scopes");
        ALL.post(TOKENS, Map.of("name", "x", "scopes", List.of("world:rule")))
                .refused(422, "form_param_value_invalid", "scopes");
        ALL.post(TOKENS, Map.of("name", "x", "scopes", List.of("*"), "expires_in_seconds", 1))
                .refused(422, "form_param_value_invalid", "expires_in_seconds");
        var expiring = ALL.post(TOKENS, Map.of("name", "x", "scopes", List.of("*"), "expires_in_seconds", 3600))
                .ok();
        assertThat(expiring.at("/expire_at").asLong()
                        - expiring.at("/created_at").asLong())
                .isEqualTo(3_600_000);
    }

    @Test
    void somebodyWhoIsSignedInToTheOperatorsInstanceDoesWhatTheirGroupsMay() {
        new Operator(tokenOf(operators, List.of("admin"))).get(TOKENS).ok();
        var viewer = new Operator(tokenOf(operators, List.of("viewer")));
        viewer.get("/v1/platform/applications").ok();
        viewer.post("/v1/platform/applications", Map.of("name", "No")).refused(403, "authorization_invalid");
        viewer.get("/v1/platform/applications?include_secret_keys=true").refused(403, "authorization_invalid");
        new Operator(tokenOf(operators, List.of("config:read", "nonsense")))
                .get("/v1/platform/applications")
                .refused(403, "authorization_invalid");
        new Operator(tokenOf(operators, List.of())).get("/v1/platform/queue").refused(403, "authorization_invalid");
    }

    @Test
    void aSessionTokenOfAnotherInstance() {
        var token = tokenOf(ALL.development(), List.of("admin"));
        assertThat(Jwt.of(token).claims().has("groups")).isFalse();
        new Operator(token).get("/v1/platform/applications").refused(401, "platform_token_invalid");
    }

    @Test
    void aSessionTokenWhoseSessionIsOver() {
        var email = Tenant.freshEmail();
        var user = operators
                .backend()
                .createUser(email, Browser.PASSWORD, "public_metadata", Map.of("groups", List.of("admin")));
        var browser = operators.browser();
        var session = browser.signIn(email, Browser.PASSWORD);
        var operator = new Operator(browser.token(session));
        operator.get("/v1/platform/applications").ok();
        operators
                .backend()
                .post("/v1/sessions/" + session + "/revoke", Map.of())
                .ok();
        operator.get("/v1/platform/applications").refused(401, "platform_token_invalid");
        assertThat(user.status()).isEqualTo(200);
    }

    @Test
    void aTokenThatATemplateMade() {
        operators
                .backend()
                .post(
                        "/v1/jwt_templates",
                        Map.of("name", "forged", "claims", Map.of("groups", List.of("admin"), "x", "{{session.id}}")))
                .ok();
        var email = Tenant.freshEmail();
        operators.backend().createUser(email, Browser.PASSWORD);
        var browser = operators.browser();
        var session = browser.signIn(email, Browser.PASSWORD);
        var token = browser.post("/v1/client/sessions/" + session + "/tokens/forged")
                .ok()
                .text("/jwt");
        new Operator(token).get("/v1/platform/applications").refused(401, "platform_token_invalid");
    }

    @Test
    void aTokenThatSomebodyElseSigned() throws GeneralSecurityException {
        var token = Jwt.of(tokenOf(operators, List.of("viewer")));
        var keys = Wire.send(operators.request("/.well-known/jwks.json").GET()).ok();
        var publicKey = Jwt.publicKey(keys.at("/keys/0"));
        var forgeries = List.of(
                token.tampered(claims -> claims.putArray("groups").add("admin")),
                token.unsigned(),
                token.signedWithPublicKeyAsSecret(publicKey),
                "a.b.c",
                "...",
                token.raw() + "x");
        for (var forged : forgeries) {
            new Operator(forged).get("/v1/platform/applications").refused(401, "platform_token_invalid");
        }
    }

    private static String usersOf(Tenant tenant) {
        return "/v1/platform/applications/" + tenant.applicationId() + "/instances/" + tenant.instanceId() + "/users";
    }

    private static String tokenOf(Tenant tenant, List<String> groups) {
        var email = "op-" + UUID.randomUUID() + "@example.com";
        tenant.backend().createUser(email, Browser.PASSWORD, "public_metadata", Map.of("groups", groups));
        var browser = tenant.browser();
        return browser.token(browser.signIn(email, Browser.PASSWORD));
    }

    /** Somebody of the operators' instance, with a session token. */
    private record Person(String id, Operator operator) {}

    private static Person person(List<String> groups) {
        var token = tokenOf(operators, groups);
        return new Person(Jwt.of(token).claims().path("sub").asText(), new Operator(token));
    }

    private static void groups(String userId, List<String> groups) {
        operators
                .backend()
                .patch("/v1/users/" + userId + "/metadata", Map.of("public_metadata", Map.of("groups", groups)))
                .ok();
    }

    private static Operator holding(List<String> scopes) {
        var made = ALL.post(TOKENS, Map.of("name", "test", "scopes", scopes)).ok();
        return new Operator(made.text("/token"));
    }

    private static Answer call(Operator operator, String method, String path) {
        return switch (method) {
            case "GET" -> operator.get(path);
            case "POST" -> operator.post(path, Map.of());
            case "PATCH" -> operator.patch(path, Map.of());
            default -> operator.delete(path);
        };
    }
}
