package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers ask of us besides signing in: cookies renewed, data cleared, tokens for other services. */
class NavigationIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Tenant PRODUCTION = Operator.platform().production();

    @Test
    void theAccountPortalSaysWhatItIsSetTo() {
        var portal = APP.browser().get("/v1/account_portal").ok();
        assertThat(portal.text("/object")).isEqualTo("account_portal");
        assertThat(portal.at("/enabled").asBoolean()).isTrue();
    }

    @Test
    void aBrowserIsToldToForgetEverything() {
        assertThat(APP.browser().get("/v1/clear-site-data").ok().header("clear-site-data"))
                .isEqualTo("\"*\"");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Sec-Fetch-Site, same-origin, true, true",
                "Sec-Fetch-Site, same-site, true, true",
                "Sec-Fetch-Site, none, true, true",
                "Sec-Fetch-Site, cross-site, false, false",
                "Sec-Fetch-Site, x, false, false",
                "Origin, http://localhost:3000, true, false",
                "Origin, https://other.example, false, false",
                "Origin, https://localhost.other.example, false, false",
                "Origin, null, false, false",
            })
    void anotherSiteHasABrowserForgetEverything(
            String name, String value, boolean ofDevelopment, boolean ofProduction) {
        var told = new boolean[] {ofDevelopment, ofProduction};
        var apps = new Tenant[] {APP, PRODUCTION};
        for (int i = 0; i < apps.length; i++) {
            var answer = Wire.send(apps[i].request("/v1/clear-site-data").header(name, String.valueOf(value)));
            assertThat(answer.header("clear-site-data").isEmpty()).isEqualTo(!told[i]);
            if (!told[i]) {
                answer.refused(403, "origin_invalid");
            }
        }
    }

    @Test
    void anAppOfTheInstanceHasABrowserForgetEverything() {
        var app = "https://app." + PRODUCTION.domain();
        Wire.send(PRODUCTION.request("/v1/clear-site-data").header("Origin", app))
                .ok();
    }

    @Test
    void aSyncedBrowserComesBackAndIsToldSo() {
        var app = "https://app." + PRODUCTION.domain() + "/x?y=z";
        assertThat(PRODUCTION
                        .browser()
                        .get("/v1/client/sync?redirect_url=" + Wire.encode(app))
                        .header("location"))
                .isEqualTo(app + "&__clerk_synced=true");
        PRODUCTION
                .browser()
                .get("/v1/client/sync?link_domain=evil.test&redirect_url=" + Wire.encode(app))
                .refused(422, "redirect_url_domain_mismatch", "link_domain");
    }

    @Test
    void aDevBrowserIsKeptForTheScriptsOfThisHost() {
        var browser = APP.browser();
        var answer = browser.post("/v1/dev_browser/set_first_party_cookie").ok();
        assertThat(answer.cookies()).anySatisfy(line -> assertThat(line)
                .startsWith("__clerk_db_jwt=" + browser.devBrowser() + ";")
                .contains("SameSite=Lax")
                .doesNotContain("HttpOnly"));
        assertThat(browser.get("/v1/dev_browser/init").ok().text("/id")).startsWith("dvb_");
        PRODUCTION.browser().get("/v1/dev_browser/init").refused(400, "host_invalid");
    }

    @Test
    void attackAForeignDevBrowserIsPlanted() {
        var browser = APP.browser().devBrowser("dvb_nobody");
        var answer = browser.post("/v1/dev_browser/set_first_party_cookie");
        answer.refused(401, "dev_browser_unauthenticated");
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void aClientSaysUntilWhenItsCookieLastsAndATouchRenewsIt() {
        var browser = PRODUCTION.browser();
        browser.signUp();
        var before =
                browser.get("/v1/client").ok().at("/response/cookie_expires_at").asLong();
        long days = (before - System.currentTimeMillis()) / 86_400_000;
        assertThat(days).isBetween(398L, 400L);
        var home = Wire.encode("https://" + PRODUCTION.domain() + "/");
        var touched = browser.get("/v1/client/touch?redirect_url=" + home);
        assertThat(touched.status()).isEqualTo(307);
        assertThat(touched.cookies())
                .anySatisfy(line -> assertThat(line).startsWith("__client=").contains("Max-Age=34560000"));
        assertThat(browser.get("/v1/client")
                        .ok()
                        .at("/response/cookie_expires_at")
                        .asLong())
                .isGreaterThan(before);
    }

    /** The cookie alone says who this browser is, as in production; the session itself would go on for years. */
    @Test
    void aBrowserThatNeverHasItsCookieRenewedIsForgotten() {
        var operator = Operator.platform();
        var app =
                operator.configure(operator.development(), Map.of("session", Map.of("lifetime_seconds", 315_360_000)));
        var clock = app.backend().post("/v1/test_clocks", Map.of()).ok();
        var faithful = app.browser().devBrowser(null);
        var other = app.browser().devBrowser(null);
        var session = faithful.signUp().sessionId();
        other.signUp();

        advance(app, clock, 395);
        var near = faithful.get("/v1/client")
                .ok()
                .at("/response/cookie_expires_at")
                .asLong();
        long inDays = (near - System.currentTimeMillis()) / 86_400_000 - 395;
        assertThat(inDays).isBetween(3L, 5L);
        faithful.get("/v1/client/touch?redirect_url=" + Wire.encode("http://localhost:3000/"));
        advance(app, clock, 11);

        assertThat(faithful.token(session)).isNotBlank();
        assertThat(other.get("/v1/client").ok().at("/response").isNull()).isTrue();
        other.get("/v1/me").refused(401, "authentication_invalid");
    }

    private static void advance(Tenant app, Answer clock, int days) {
        app.backend()
                .post(
                        "/v1/test_clocks/" + clock.text("/id") + "/advance",
                        Map.of("seconds", Duration.ofDays(days).toSeconds()))
                .ok();
    }

    @Test
    void theStandInLoadsOurScriptsWhateverHostsAreNamed() {
        var page = standIn("publishable_key=" + Wire.encode(APP.publishableKey())
                + "&proxy_url=https%3A%2F%2Fevil.test&domain=evil.test&use_domain_for_script=true");
        assertThat(page.ok().header("content-type")).startsWith("text/html");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        var html = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(html).contains(APP.publishableKey().replace("=", "&#x3D;")).doesNotContain("evil");
        assertThat(html.split("src=\"")).hasSize(3).allSatisfy(part -> assertThat(part)
                .satisfiesAnyOf(src -> assertThat(src).startsWith(APP.base()), src -> assertThat(src)
                        .startsWith("<!DOCTYPE")));
        assertThat(standIn("frontend_api=" + APP.host()).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} is refused as {1}")
    @CsvSource({
        "x=y,                                        missing_query_parameter",
        "publishable_key=pk_test_%22%3E%3Cscript%3E, host_invalid",
        "publishable_key=pk_test_ZXZpbC50ZXN0JA==,   host_invalid",
        "frontend_api=evil.test,                     host_invalid",
    })
    void attackTheStandInIsNotForKeysThatAreNotOurs(String query, String code) {
        var page = standIn(query);
        page.refused(400, code);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).doesNotContain("<script");
    }

    private static Answer standIn(String query) {
        return Wire.send(HttpRequest.newBuilder(URI.create(Rollcall.url() + "/v1/public/interstitial?" + query)));
    }

    @Test
    void aServiceTokenIsMadeAfterTheServicesTemplate() throws Exception {
        var browser = APP.browser();
        browser.post("/v1/me/tokens", "service", "firebase").refused(401, "authentication_invalid");
        var person = browser.signUp();
        browser.post("/v1/me/tokens").refused(422, "form_param_nil", "service");
        browser.post("/v1/me/tokens", "service", "fax").refused(422, "form_param_value_invalid", "service");
        browser.post("/v1/me/tokens", "service", "firebase").refused(404, "resource_not_found");
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        APP.backend()
                .post(
                        "/v1/jwt_templates",
                        Map.of(
                                "name",
                                "integration_firebase",
                                "claims",
                                Map.of("iss", "account", "sub", "account", "uid", "{{user.id}}"),
                                "lifetime",
                                3600,
                                "custom_signing_key",
                                true,
                                "signing_algorithm",
                                "RS256",
                                "signing_key",
                                pem))
                .ok();
        var token =
                Jwt.of(browser.post("/v1/me/tokens", "service", "firebase").ok().text("/jwt"));
        assertThat(token.claims().path("uid").asText()).isEqualTo(person.userId());
        assertThat(token.claims().path("iss").asText()).isEqualTo("account");
    }
}
