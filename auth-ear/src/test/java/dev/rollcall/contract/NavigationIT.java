package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                .refused(400, "redirect_url_invalid", "link_domain");
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
