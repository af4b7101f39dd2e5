package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others look up about an instance: all of it is there, and anybody may read it. */
class WellKnownIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final String FINGERPRINT = "AB:".repeat(31) + "CD";
    private static final String OTHER_FINGERPRINT = "12:".repeat(31) + "34";

    private final Tenant app = OPERATOR.production();

    @Test
    void relatedOriginsWhereThereArePasskeys() {
        Wire.send(app.request("/.well-known/webauthn")).refused(404, "resource_not_found");

        OPERATOR.configure(
                app,
                Map.of(
                        "attributes", Map.of("passkey", Map.of("enabled", true)),
                        "origins", Map.of("allowed", List.of("https://shop.example", "chrome-extension://abc"))));

        var related = Wire.send(app.request("/.well-known/webauthn")).ok();
        assertThat(related.at("/origins"))
                .extracting(origin -> origin.asText())
                .containsExactly("https://" + app.domain(), "https://" + app.host(), "https://shop.example");
    }

    @Test
    void nativeAppsThatTheInstanceNames() {
        OPERATOR.configure(
                app,
                Map.of(
                        "native_apps",
                        Map.of(
                                "apple",
                                List.of("ABCDE12345.com.example.app"),
                                "android",
                                List.of("com.example.app/" + FINGERPRINT, "com.example.app/" + OTHER_FINGERPRINT))));

        var links = Wire.send(app.request("/.well-known/assetlinks.json")).ok();
        assertThat(links.json()).hasSize(1);
        assertThat(links.text("/0/target/namespace")).isEqualTo("android_app");
        assertThat(links.text("/0/target/package_name")).isEqualTo("com.example.app");
        assertThat(links.at("/0/target/sha256_cert_fingerprints"))
                .extracting(print -> print.asText())
                .containsExactly(FINGERPRINT, OTHER_FINGERPRINT);
        var association = Wire.send(app.request("/.well-known/apple-app-site-association"))
                .ok();
        assertThat(association.text("/webcredentials/apps/0")).isEqualTo("ABCDE12345.com.example.app");
        OPERATOR.patch(Operator.configOf(app), Map.of("native_apps", Map.of("android", List.of("com.example.app"))))
                .refused(422, "form_param_value_invalid", "native_apps.android");
    }

    /** Clients of OAuth believe what they read, and look for endpoints that are not there. */
    @Test
    void noDocumentNamesWhatIsNotThere() {
        Wire.send(app.request("/.well-known/oauth-authorization-server")).refused(404, "resource_not_found");

        var issuer = Wire.send(app.request("/.well-known/openid-configuration")).ok();
        assertThat(issuer.text("/issuer")).isEqualTo("https://" + app.host());
        assertThat(issuer.text("/jwks_uri")).isEqualTo("https://" + app.host() + "/.well-known/jwks.json");
        assertThat(issuer.json().fieldNames())
                .toIterable()
                .noneMatch(name -> name.endsWith("_endpoint") || name.startsWith("code_challenge"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwks.json",
                "openid-configuration",
                "oauth-authorization-server",
                "assetlinks.json",
                "apple-app-site-association",
                "webauthn"
            })
    void anybodyMayReadItAndNobodysCookiesCount(String file) {
        for (var method : List.of("GET", "OPTIONS")) {
            var answer = Wire.send(app.request("/.well-known/" + file)
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "GET")
                    .header("Access-Control-Request-Headers", "mcp-protocol-version")
                    .method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(answer.header("access-control-allow-credentials")).isEmpty();
            assertThat(answer.header("vary")).doesNotContain("Origin");
            if (method.equals("OPTIONS")) {
                assertThat(answer.header("access-control-allow-headers")).contains("mcp-protocol-version");
            }
        }
    }
}
