package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which instance answers on which host: nobody's host is another tenant's way in. */
class PlacementIT {

    private static final String ELSEWHERE = "/v1/client/handshake?redirect_url=https%3A%2F%2Fother.example";

    private static Tenant development;
    private static Tenant production;

    @BeforeAll
    static void twoTenants() {
        development = Operator.platform().development();
        production = Operator.platform().production();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/redirect?redirect_url=https%3A%2F%2Fother.example",
                ELSEWHERE,
                "/v1/environment",
                "/v1/client",
                "/sign-in",
                "/",
                "/.well-known/jwks.json"
            })
    void aDevelopmentSlugOnAProductionHost(String path) {
        for (var method : new String[] {"GET", "POST"}) {
            var answer = Wire.send(at(production.host(), prefix() + path)
                    .header("X-Forwarded-Proto", "https")
                    .method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.status()).isBetween(404, 405);
            assertThat(answer.header("location")).isEmpty();
            assertThat(answer.header("set-cookie")).isEmpty();
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain(development.publishableKey());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:5173, 200",
        "127.0.0.1:3000, 200",
        "shop.localhost, 200",
        "LOCALHOST.:9080, 200",
        "evil.example, 404",
        "localhost.evil.example, 404",
        "127.0.0.1.evil.example, 404",
    })
    void aSlugOnHostsThatAreNobodys(String host, int status) {
        assertThat(Wire.send(at(host, prefix() + "/v1/environment")).status()).isEqualTo(status);
        assertThat(Wire.send(at(development.host(), prefix() + "/v1/environment")
                                .header("X-Forwarded-Host", host))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aSlugBehindAnAppsOwnProxy() {
        var path = prefix() + "/v1/environment";
        assertThat(Wire.send(at("localhost", path).header("Clerk-Proxy-Url", "http://localhost:3000/__clerk"))
                        .status())
                .isEqualTo(200);
        assertThat(Wire.send(at("localhost", path).header("Clerk-Secret-Key", development.secretKey()))
                        .status())
                .isEqualTo(200);
        assertThat(Wire.send(at("localhost", path).header("Clerk-Secret-Key", production.secretKey()))
                        .status())
                .isEqualTo(404);
        assertThat(Wire.send(at("localhost", path).header("Clerk-Proxy-Url", "https://" + production.host()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProductionHostWithTheRootsDot() {
        var answer = Wire.send(at(production.host() + ".", ELSEWHERE).header("X-Forwarded-Proto", "https"));

        assertThat(answer.header("location")).doesNotStartWith("https://other.example");
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void anotherTenantsImageAndInterstitialOnAProductionHost() {
        var image = development
                .backend()
                .createUser(Tenant.freshEmail(), Browser.PASSWORD)
                .ok()
                .text("/image_url");
        var path = URI.create(image).getPath().replaceFirst("^" + prefix(), "");
        var interstitial = "/v1/public/interstitial?publishable_key=" + Wire.encode(development.publishableKey());

        assertThat(Wire.send(at("localhost", path)).status()).isEqualTo(200);
        assertThat(Wire.send(at("localhost", interstitial)).status()).isEqualTo(200);
        assertThat(Wire.send(production.request(path)).status()).isEqualTo(404);
        Wire.send(production.request(interstitial)).refused(400, "host_invalid");
    }

    /** However the instance is reached, and by whatever host it was asked to write. */
    @Test
    void linksInMailsNameTheInstancesOwnUrl() {
        for (var app : new Tenant[] {production, development}) {
            var email = Tenant.freshEmail();
            Wire.send(at(app.host(), "/v1/invitations")
                            .header("X-Forwarded-Proto", "https")
                            .header("Authorization", "Bearer " + app.secretKey())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"email_address\":\"" + email + "\",\"notify\":true}")))
                    .ok();

            var base = app.production() ? "https://" + app.host() : app.base();
            assertThat(app.backend().messages(email, "invitation").get(0).toString())
                    .contains(base + "/v1/tickets/accept?ticket=");
        }
    }

    /** Liberty's private headers, tunnels and proxies on the developer's machine. */
    @ParameterizedTest
    @CsvSource({
        "evil.example, $WSSN, localhost",
        "evil.example, $WSRA, 127.0.0.1",
        "evil.example, X-Forwarded-Host, localhost",
        "localhost, X-Forwarded-Host, evil.example",
        "localhost, X-Forwarded-For, 203.0.113.9",
        "localhost, X-Forwarded-For, '127.0.0.1, 203.0.113.9'",
    })
    void theInboxIsShownToNobodyElse(String host, String name, String value) {
        assertThat(Wire.send(at("localhost", "/dev/inbox")).status()).isEqualTo(200);
        assertThat(Wire.send(at(host, "/dev/inbox").header(name, value)).status())
                .isEqualTo(404);
    }

    private static String prefix() {
        return URI.create(development.base()).getPath();
    }

    private static HttpRequest.Builder at(String host, String path) {
        return HttpRequest.newBuilder(URI.create(Rollcall.url() + path)).header("Host", host);
    }
}
