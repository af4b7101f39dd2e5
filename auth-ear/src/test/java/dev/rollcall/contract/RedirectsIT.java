package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where browsers are sent, and the list by which an instance allows it. */
class RedirectsIT {

    private static final String LIST = "/v1/redirect_urls";
    private static final Tenant DEVELOPMENT = Operator.platform().development();
    private static final Tenant PRODUCTION = Operator.platform().production();

    @Test
    void aUrlIsListedShownAndTakenOff() {
        var backend = DEVELOPMENT.backend();
        var listed =
                backend.post(LIST, Map.of("url", "my-app://oauth-callback")).ok();
        assertThat(listed.text("/object")).isEqualTo("redirect_url");
        assertThat(listed.text("/url")).isEqualTo("my-app://oauth-callback");
        var path = LIST + "/" + listed.text("/id");
        assertThat(backend.get(path).ok().json()).isEqualTo(listed.json());
        assertThat(backend.get(LIST).ok().json().findValuesAsText("id")).contains(listed.text("/id"));
        assertThat(backend.get(LIST + "?paginated=true").ok().at("/total_count").asInt())
                .isPositive();
        backend.post(LIST, Map.of("url", "MY-APP://oauth-callback")).refused(400, "duplicate_record", "url");
        assertThat(backend.delete(path).ok().at("/deleted").asBoolean()).isTrue();
        backend.get(path).refused(404, "resource_not_found");
        backend.delete(path).refused(404, "resource_not_found");
    }

    @ParameterizedTest(name = "{0} is refused as {1}")
    @CsvSource({
        "javascript://alert(1),        invalid_url_scheme",
        "JavaScript://%0aalert(1),     invalid_url_scheme",
        "file:///etc/passwd,           invalid_url_scheme",
        "javascript:alert(1),          form_param_format_invalid",
        "'data:text/html,hello',       form_param_format_invalid",
        "/callback,                    form_param_format_invalid",
        "//example.com,                form_param_format_invalid",
        "https://a:b@example.com/,     form_param_format_invalid",
        "https://*.example.com/,       form_param_format_invalid",
        "'https://example.com/ x',     form_param_format_invalid",
    })
    void whatIsNoPlaceForAnAppIsNotListed(String url, String code) {
        DEVELOPMENT.backend().post(LIST, Map.of("url", url)).refused(422, code, "url");
    }

    @Test
    void aProductionInstanceListsNothingThatCanBeReadOnTheWay() {
        var backend = PRODUCTION.backend();
        backend.post(LIST, Map.of("url", "http://other.test/")).refused(422, "invalid_url_scheme", "url");
        backend.post(LIST, Map.of()).refused(422, "form_param_nil", "url");
        backend.post(LIST, Map.of("url", "https://x.test/", "name", "x")).refused(422, "form_param_unknown", "name");
    }

    @Test
    void aBrowserIsSentToAListedUrlAsLongAsItIsListed() {
        var listed = PRODUCTION
                .backend()
                .post(LIST, Map.of("url", "https://partner.test/callback"))
                .ok();
        var browser = PRODUCTION.browser();
        assertThat(redirected(browser, "https://partner.test/callback?code=1").header("location"))
                .isEqualTo("https://partner.test/callback?code=1");
        assertThat(browser.get("/v1/client/handshake?redirect_url=" + Wire.encode("https://partner.test/callback"))
                        .status())
                .isEqualTo(307);
        redirected(browser, "https://partner.test/").refused(422, "redirect_url_domain_mismatch");
        redirected(browser, "https://partner.test/callback/../x").refused(422, "redirect_url_domain_mismatch");
        PRODUCTION.backend().delete(LIST + "/" + listed.text("/id")).ok();
        redirected(browser, "https://partner.test/callback").refused(422, "redirect_url_domain_mismatch");
    }

    @Test
    void anAddressInAnAppOnADeviceMustBeListed() {
        var browser = DEVELOPMENT.browser();
        redirected(browser, "device://open/here").refused(400, "resource_missmatch");
        DEVELOPMENT.backend().post(LIST, Map.of("url", "device://open/here")).ok();
        assertThat(redirected(browser, "device://open/here?a=b").header("location"))
                .isEqualTo("device://open/here?a=b");
        redirected(browser, "device://open/elsewhere").refused(400, "resource_missmatch");
    }

    @Test
    void whoAsksForNowhereIsSentHome() {
        assertThat(PRODUCTION.browser().get("/v1/redirect").header("location"))
                .isEqualTo("https://" + PRODUCTION.domain());
        assertThat(DEVELOPMENT.browser().get("/v1/redirect").status()).isEqualTo(307);
        assertThat(redirected(DEVELOPMENT.browser(), "https://anywhere.test/x").header("location"))
                .isEqualTo("https://anywhere.test/x");
    }

    @ParameterizedTest(name = "open redirect by {0}")
    @ValueSource(
            strings = {
                "//evil.test",
                "///evil.test",
                "https:evil.test",
                "https:///evil.test",
                "\\\\evil.test",
                "https:\\\\evil.test",
                "https://evil.test\\@example.org/",
                "https://DOMAIN@evil.test/",
                "https://DOMAIN:x@evil.test/",
                "https://DOMAIN.evil.test/",
                "https://evilDOMAIN/",
                "https://evil.test/DOMAIN",
                "https://evil.test?DOMAIN",
                "https://evil.test#.DOMAIN",
                "https://evil.test\u3002DOMAIN/",
                "https://evil.test\uff0eDOMAIN/",
                "https://evil.test%2eDOMAIN/",
                "https://evil.test%00.DOMAIN/",
                "https://DOMAIN\t.evil.test/",
                "https://DOMAIN/\r\nLocation: https://evil.test/",
                "data:text/html,<script>alert(1)</script>",
                "javascript:alert(1)//DOMAIN",
                "javascript://DOMAIN/%0aalert(1)",
                "http://DOMAIN/",
            })
    void attackNobodyIsSentAnywhereElse(String trick) {
        var url = Wire.encode(trick.replace("DOMAIN", PRODUCTION.domain()));
        for (var path : new String[] {"/v1/redirect", "/v1/client/touch", "/v1/client/handshake", "/v1/client/sync"}) {
            var answer = PRODUCTION.browser().get(path + "?redirect_url=" + url);
            assertThat(answer.header("location")).as(path).isEmpty();
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.codes())
                    .singleElement()
                    .isIn("invalid_redirect_url", "prohibited_redirect_url", "redirect_url_domain_mismatch");
        }
    }

    private static Answer redirected(Browser browser, String url) {
        return browser.get("/v1/redirect?redirect_url=" + Wire.encode(url));
    }
}
