package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions, keys and tokens as an app's server sees them. */
class BackendSessionsIT {

    private static final Tenant APP = Rollcall.standard();
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();

    @Test
    void sessionsAreABareListOrAPageWithACount() {
        var person = browser.signUp();
        var bare = BACKEND.get("/v1/sessions?user_id=" + person.userId() + "&status=active")
                .ok();
        assertThat(bare.json().isArray()).isTrue();
        assertThat(bare.text("/0/id")).isEqualTo(person.sessionId());

        var page = BACKEND.get("/v1/sessions?user_id=" + person.userId() + "&paginated=true")
                .ok();
        assertThat(page.at("/total_count").asInt()).isEqualTo(1);
        assertThat(page.text("/data/0/user_id")).isEqualTo(person.userId());
        assertThat(BACKEND.get("/v1/sessions?user_id=" + person.userId() + "&status=revoked")
                        .ok()
                        .json())
                .isEmpty();
    }

    @Test
    void aListOfSessionsNeedNotSayWhoseButMustNameAStatusThatThereIs() {
        assertThat(BACKEND.get("/v1/sessions").status()).isEqualTo(200);
        BACKEND.get("/v1/sessions?status=sleepy&user_id=user_x").refused(422, "form_param_value_invalid", "status");
    }

    @Test
    void aSessionMadeForTestsGivesTokensThatTheKeySetVerifies() {
        var user = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var session = BACKEND.post("/v1/sessions", Map.of("user_id", user)).ok();
        assertThat(session.text("/status")).isEqualTo("active");
        assertThat(BACKEND.get("/v1/sessions/" + session.text("/id")).ok().text("/user_id"))
                .isEqualTo(user);

        var token = Jwt.of(BACKEND.post("/v1/sessions/" + session.text("/id") + "/tokens", Map.of())
                .ok()
                .text("/jwt"));
        assertThat(token.claims().path("sub").asText()).isEqualTo(user);
        assertThat(token.signedBy(jwks())).isTrue();

        var longer = Jwt.of(
                BACKEND.post("/v1/sessions/" + session.text("/id") + "/tokens", Map.of("expires_in_seconds", 120))
                        .ok()
                        .text("/jwt"));
        assertThat(longer.claims().path("exp").asLong()
                        - longer.claims().path("iat").asLong())
                .isEqualTo(120);
    }

    @Test
    void aSessionOfNobodyCannotBeMade() {
        assertThat(BACKEND.post("/v1/sessions", Map.of("user_id", "user_000000000000000000000000000"))
                        .status())
                .isIn(404, 422);
        BACKEND.post("/v1/sessions", Map.of()).refused(422, "form_param_nil", "user_id");
    }

    @Test
    void aRevokedSessionGivesNoTokens() {
        var session = browser.signUp().sessionId();
        BACKEND.post("/v1/sessions/" + session + "/revoke", Map.of()).ok();

        assertThat(BACKEND.get("/v1/sessions/" + session).ok().text("/status")).isEqualTo("revoked");
        assertThat(BACKEND.post("/v1/sessions/" + session + "/tokens", Map.of()).status())
                .isBetween(400, 404);
    }

    @Test
    void anUnknownSessionIsNotFound() {
        var path = "/v1/sessions/sess_000000000000000000000000000";
        BACKEND.get(path).refused(404, "resource_not_found");
        BACKEND.post(path + "/revoke", Map.of()).refused(404, "resource_not_found");
        BACKEND.post(path + "/tokens", Map.of()).refused(404, "resource_not_found");
    }

    @Test
    void theKeySetIsTheSameForServersAndBrowsers() {
        assertThat(jwks()).isEqualTo(browser.get("/.well-known/jwks.json").ok().json());
    }

    @Test
    void aTestingTokenIsGivenOut() {
        var token = BACKEND.post("/v1/testing_tokens", Map.of()).ok();
        assertThat(token.text("/token")).isNotBlank();
        assertThat(token.at("/expires_at").asLong()).isPositive();
    }

    private static JsonNode jwks() {
        return BACKEND.get("/v1/jwks").ok().json();
    }
}
