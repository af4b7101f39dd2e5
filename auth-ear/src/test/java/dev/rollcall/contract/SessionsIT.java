package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions as their browser sees them, and the tokens that they give out. */
class SessionsIT {

    private static final Tenant APP = Rollcall.standard();

    private final Browser browser = APP.browser();

    @Test
    void theTokenSaysWhoWhereAndForHowLong() {
        var person = browser.signUp();
        var client = browser.get("/v1/client").ok();
        var token = Jwt.of(browser.token(person.sessionId()));
        var claims = token.claims();

        assertThat(token.header().path("alg").asText()).isEqualTo("RS256");
        assertThat(token.header().path("typ").asText()).isEqualTo("JWT");
        assertThat(token.header().path("kid").asText()).isEqualTo(APP.instanceId());
        assertThat(token.signedBy(browser.get("/.well-known/jwks.json").ok().json()))
                .as("the public key set verifies it")
                .isTrue();
        assertThat(claims.path("v").asInt()).isEqualTo(2);
        assertThat(claims.path("iss").asText()).isEqualTo("https://" + APP.host());
        assertThat(claims.path("sub").asText()).isEqualTo(person.userId());
        assertThat(claims.path("sid").asText()).isEqualTo(person.sessionId());
        assertThat(claims.path("sts").asText()).isEqualTo("active");
        assertThat(claims.path("azp").asText()).isEqualTo("http://localhost:3000");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
        assertThat(claims.path("iat").asLong() - claims.path("nbf").asLong()).isEqualTo(10);
        assertThat(claims.path("fva").toString()).isEqualTo("[0,-1]");
        assertThat(claims.path("jti").asText()).isNotBlank();
        assertThat(claims.path("iat").asLong())
                .isGreaterThanOrEqualTo(client.at("/response/updated_at").asLong() / 1000);
        assertThat(claims.path("iat").asLong())
                .isLessThanOrEqualTo(Instant.now().getEpochSecond());
    }

    @Test
    void everyTokenIsFresh() {
        var session = browser.signUp().sessionId();
        assertThat(Jwt.of(browser.token(session)).claims().path("jti"))
                .isNotEqualTo(Jwt.of(browser.token(session)).claims().path("jti"));
    }

    @Test
    void theSigningKeyIsRsaOf2048Bits() throws Exception {
        var jwks = browser.get("/.well-known/jwks.json").ok();
        assertThat(jwks.text("/keys/0/kid")).isEqualTo(APP.instanceId());
        assertThat(Jwt.publicKey(jwks.at("/keys/0")).getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void touchAnswersTheSessionWithTheClient() {
        var session = browser.signUp().sessionId();
        var touched = browser.post(
                        "/v1/client/sessions/" + session + "/touch", "active_organization_id", null, "intent", "focus")
                .ok();

        assertThat(touched.text("/response/id")).isEqualTo(session);
        assertThat(touched.text("/response/status")).isEqualTo("active");
        assertThat(touched.at("/response/tasks").isNull())
                .as("tasks are null when none")
                .isTrue();
        assertThat(touched.text("/client/last_active_session_id")).isEqualTo(session);
        assertThat(touched.text("/client/sessions/0/last_active_token/jwt")).isNotBlank();
        assertThat(browser.get("/v1/client/sessions/" + session).ok().text("/response/id"))
                .isEqualTo(session);
    }

    @Test
    void anEndedSessionGivesNoTokenAndCannotBeTouched() {
        var session = browser.signUp().sessionId();
        var ended = browser.post("/v1/client/sessions/" + session + "/end").ok();

        assertThat(ended.text("/response/status")).isEqualTo("ended");
        assertThat(ended.at("/client/sessions").isArray()).isTrue();
        assertThat(ended.at("/client/sessions"))
                .noneSatisfy(one -> assertThat(one.path("status").asText()).isEqualTo("active"));
        isDead(session);
    }

    @Test
    void aRemovedSessionGivesNoTokenAndCannotBeTouched() {
        var session = browser.signUp().sessionId();
        assertThat(browser.post("/v1/client/sessions/" + session + "/remove")
                        .ok()
                        .text("/response/status"))
                .isEqualTo("removed");
        isDead(session);
    }

    @Test
    void aSessionRevokedByTheAppGivesNoTokenAndCannotBeTouched() {
        var session = browser.signUp().sessionId();
        assertThat(APP.backend()
                        .post("/v1/sessions/" + session + "/revoke", Map.of())
                        .ok()
                        .text("/status"))
                .isEqualTo("revoked");
        isDead(session);
    }

    @Test
    void signingOutEverywhereKeepsTheClientWithoutSessions() {
        var session = browser.signUp().sessionId();
        var before = browser.get("/v1/client").ok().text("/response/id");
        var out = browser.delete("/v1/client/sessions").ok();

        assertThat(out.text("/response/object")).isEqualTo("client");
        assertThat(out.text("/response/id")).isEqualTo(before);
        assertThat(out.at("/response/sessions")).isEmpty();
        assertThat(out.text("/response/last_active_session_id")).isNull();
        isDead(session);
        assertThat(browser.get("/v1/client").ok().text("/response/id")).isEqualTo(before);
    }

    @Test
    void destroyingTheClientEndsItsSessions() {
        var session = browser.signUp().sessionId();
        browser.delete("/v1/client").ok();

        assertThat(APP.backend().get("/v1/sessions/" + session).status()).isIn(200, 404);
        assertThat(browser.post("/v1/client/sessions/" + session + "/tokens").status())
                .isEqualTo(401);
    }

    @Test
    void aBrowserWithoutAClientHasNone() {
        var client = browser.get("/v1/client").ok();
        assertThat(client.at("/response").isNull()).isTrue();
        assertThat(client.at("/client").isNull()).isTrue();
    }

    @Test
    void aClientCanBeMadeBeforeAnybodySignsIn() {
        var made = browser.post("/v1/client").ok();
        assertThat(made.text("/response/id")).startsWith("client_");
        assertThat(browser.put("/v1/client").ok().text("/response/id")).isEqualTo(made.text("/response/id"));
        assertThat(browser.get("/v1/client").ok().text("/response/id")).isEqualTo(made.text("/response/id"));
    }

    @Test
    void theClientCookieIsForTheServerAlone() {
        var answer = browser.post("/v1/client/sign_ups", "email_address", Tenant.freshEmail())
                .ok();
        var cookie = answer.cookies().stream()
                .filter(line -> line.startsWith("__client="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContainIgnoringCase("Domain=");
        assertThat(cookie).as("plain http").doesNotContainIgnoringCase("Secure");
    }

    @Test
    void inMultiSessionModeTwoPeopleShareABrowser() {
        var operator = Operator.platform();
        var shared =
                operator.configure(operator.development(), Map.of("session", Map.of("single_session_mode", false)));
        var both = shared.browser();
        var ada = both.signUp();
        var bob = both.signUp();
        var client = both.get("/v1/client").ok();
        assertThat(client.at("/response/sessions")).hasSize(2).allSatisfy(session -> assertThat(
                        session.path("status").asText())
                .isEqualTo("active"));
        assertThat(client.text("/response/last_active_session_id")).isEqualTo(bob.sessionId());

        both.post("/v1/client/sessions/" + ada.sessionId() + "/touch", "intent", "select_session")
                .ok();
        assertThat(both.get("/v1/client").ok().text("/response/last_active_session_id"))
                .isEqualTo(ada.sessionId());
        assertThat(both.session(bob.sessionId()).get("/v1/me").ok().text("/response/id"))
                .isEqualTo(bob.userId());
        assertThat(both.session(null).get("/v1/me").ok().text("/response/id")).isEqualTo(ada.userId());

        var again = both.post("/v1/client/sign_ins", "identifier", ada.email());
        assertThat(again.codes()).containsExactly("identifier_already_signed_in");
        assertThat(again.text("/errors/0/meta/session_id")).isEqualTo(ada.sessionId());

        both.post("/v1/client/sessions/" + ada.sessionId() + "/remove").ok();
        assertThat(both.token(bob.sessionId())).isNotBlank();
    }

    private void isDead(String session) {
        browser.post("/v1/client/sessions/" + session + "/tokens").refused(401, "authentication_invalid");
        browser.post("/v1/client/sessions/" + session + "/touch").refused(401, "authentication_invalid");
    }
}
