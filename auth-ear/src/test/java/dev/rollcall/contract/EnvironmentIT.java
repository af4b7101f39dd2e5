package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an SDK learns of an instance before anybody signs in, and how requests get there. */
class EnvironmentIT {

    private static final Tenant APP = Rollcall.standard();

    private final Browser browser = APP.browser();

    @Test
    void theEnvironmentIsTheSameByGetAndByPatch() {
        var got = browser.get("/v1/environment").ok();
        var patched = browser.patch("/v1/environment").ok();

        assertThat(unwrapped(patched)).isEqualTo(unwrapped(got));
        assertThat(unwrapped(got)
                        .at("/display_config/instance_environment_type")
                        .asText())
                .isEqualTo("development");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email_address",
                "phone_number",
                "username",
                "first_name",
                "last_name",
                "password",
                "web3_wallet",
                "authenticator_app",
                "backup_code",
                "passkey"
            })
    void everyAttributeIsThere(String attribute) {
        var attributes = unwrapped(browser.get("/v1/environment").ok()).at("/user_settings/attributes/" + attribute);
        assertThat(attributes.path("enabled").isBoolean()).isTrue();
        assertThat(attributes.path("first_factors").isArray()).isTrue();
    }

    @Test
    void theBillingTreeIsThereInFullOrNotAtAll() {
        var commerce = unwrapped(browser.get("/v1/environment").ok()).at("/commerce_settings");
        if (!commerce.isMissingNode()) {
            assertThat(commerce.at("/billing/organization/enabled").isBoolean()).isTrue();
            assertThat(commerce.at("/billing/user/has_paid_plans").isBoolean()).isTrue();
        }
    }

    @Test
    void aSettingShowsAtOnce() {
        var operator = Operator.platform();
        var app = operator.development();
        assertThat(unwrapped(app.browser().get("/v1/environment").ok())
                        .at("/auth_config/single_session_mode")
                        .asBoolean())
                .isTrue();

        operator.configure(app, Map.of("session", Map.of("single_session_mode", false)));
        assertThat(unwrapped(app.browser().get("/v1/environment").ok())
                        .at("/auth_config/single_session_mode")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aDevBrowserIsNewEachTime() {
        assertThat(APP.browser().devBrowser())
                .isNotBlank()
                .isNotEqualTo(APP.browser().devBrowser());
    }

    @Test
    void anUnknownDevBrowserIsSentAway() {
        browser.devBrowser("dvb_nobody").get("/v1/client").refused(401, "dev_browser_unauthenticated");
        browser.post("/v1/client/sign_ups", "email_address", Tenant.freshEmail())
                .refused(401, "dev_browser_unauthenticated");
    }

    @Test
    void crossOriginRequestsOfTheAppAreAllowedWithCredentials() {
        var answer = browser.origin("http://localhost:5173").get("/v1/client").ok();

        assertThat(answer.header("access-control-allow-origin")).isEqualTo("http://localhost:5173");
        assertThat(answer.header("access-control-allow-credentials")).isEqualTo("true");
        assertThat(answer.header("vary")).containsIgnoringCase("origin");
        assertThat(answer.header("access-control-expose-headers"))
                .containsIgnoringCase("Authorization")
                .containsIgnoringCase("Clerk-Db-Jwt");
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void aPreflightIsAnswered() {
        var preflight = Wire.send(APP.request("/v1/client")
                .header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("access-control-allow-headers"))
                .containsIgnoringCase("authorization")
                .containsIgnoringCase("content-type");
        assertThat(preflight.header("access-control-allow-methods")).contains("POST");
    }

    @Test
    void anErrorCarriesATraceId() {
        var refused = browser.get("/v1/me").refused(401, "authentication_invalid");
        assertThat(refused.text("/clerk_trace_id")).matches("[0-9a-f]{16,64}");
    }

    @Test
    void anUnknownPathIsAnsweredInJson() {
        var unknown = browser.get("/v1/no_such_thing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.codes()).isNotEmpty();
    }

    @Test
    void aMalformedJsonBodyIsRefusedAndNotOurFault() {
        var refused = Wire.send(HttpRequest.newBuilder(URI.create(Rollcall.url() + "/v1/users"))
                .header("Authorization", "Bearer " + APP.secretKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"first_name\":")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).isNotEmpty();
    }

    @Test
    void theFrontendIsHealthy() {
        browser.get("/v1/health").ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/started", "/health/live", "/health/ready"})
    void theServerIsUp(String path) {
        var health = Wire.send(HttpRequest.newBuilder(URI.create(Rollcall.url() + path))
                        .GET())
                .ok();
        assertThat(health.text("/status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/jwks.json",
                "/.well-known/openid-configuration",
                "/.well-known/assetlinks.json",
                "/.well-known/apple-app-site-association"
            })
    void wellKnownFilesAreThere(String path) {
        browser.get(path).ok();
    }

    @Test
    void theKeySetHoldsNothingSecret() {
        var key = browser.get("/.well-known/jwks.json").ok().at("/keys/0");
        assertThat(key.fieldNames())
                .toIterable()
                .contains("n", "e", "kid")
                .doesNotContain("d", "p", "q", "dp", "dq", "qi");
    }

    private static com.fasterxml.jackson.databind.JsonNode unwrapped(Answer answer) {
        return answer.json().has("response") ? answer.at("/response") : answer.json();
    }
}
