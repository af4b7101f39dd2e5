package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is given beside the APIs: bundles, hosted pages, the inbox and profile images. */
class PagesIT {

    private static final String SCRIPT = "/npm/@clerk/clerk-js@%s/dist/clerk.browser.js";

    @ParameterizedTest
    @CsvSource({
        "6.29.3, 'public, max-age=31536000, immutable'",
        "6,      'public, max-age=300'",
        "latest, 'public, max-age=300'",
    })
    void everyTagAnswersTheSameBytes(String tag, String caching) {
        var pinned = installed();
        var script = get(SCRIPT.formatted(tag)).ok();
        assertThat(script.body()).isEqualTo(pinned.body());
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.header("Cache-Control")).isEqualTo(caching);
        assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(script.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void aBrowserThatHasTheScriptIsNotSentItAgain() {
        installed();
        var first = Wire.send(request(SCRIPT.formatted("6")).header("Accept-Encoding", "gzip"))
                .ok();
        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        var again = Wire.send(request(SCRIPT.formatted("6"))
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anotherVersionIsNotHere() {
        get(SCRIPT.formatted("5")).refused(404, "resource_not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/npm/@clerk/clerk-js@6/dist/..%2F..%2F..%2Fbundles.json",
                "/npm/@clerk/clerk-js@6/dist/%2e%2e/LICENSE",
                "/npm/@clerk/clerk-js@6/dist/..%5C..%5Cbundles.json",
                "/npm/bundles.json",
                "/assets/..%2Fnpm/bundles.json",
                "/assets/bundles.json",
                "/WEB-INF/web.xml",
                "/%57EB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
            })
    void pathTraversal(String path) {
        assertThat(get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in/factor-one", "/sign-up", "/user", "/user/security", "/"})
    void aPageLoadsOnlyOurScriptsAndStandsInNoFrame(String path) {
        var page = get(path).ok();
        assertThat(text(page)).contains(Rollcall.standard().publishableKey().replace("=", "&#x3D;"));
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';", "frame-ancestors 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(text(page)).doesNotContain(Rollcall.standard().secretKey());
    }

    @Test
    void aPageKnowsWhereElseTheAppsAreThatItMayLeadBackTo() {
        var operator = Operator.platform();
        var tenant = operator.configure(
                operator.development(),
                Map.of("display", Map.of("after_sign_in_url", "http://192.0.2.7:3000/home?from=sign-in")));
        tenant.backend()
                .post("/v1/redirect_urls", Map.of("url", "https://app.example.net/callback"))
                .ok();
        var page = Wire.send(tenant.request("/sign-in").GET()).ok();
        assertThat(text(page).replaceAll("(?s).*data-redirect-origins=\"([^\"]*)\".*", "$1"))
                .contains("http://192.0.2.7:3000 ", "https://app.example.net")
                .doesNotContain("callback", "home");
    }

    @Test
    void aFurtherInstancesPagesStandBelowItsPrefix() {
        var tenant = Operator.platform().development();
        var page = Wire.send(tenant.request("/sign-in").GET()).ok();
        var prefix = URI.create(tenant.base()).getPath();
        assertThat(text(page)).contains("data-base=\"" + prefix + "\"", "data-path=\"" + prefix + "/sign-in\"");
        installed();
        Wire.send(tenant.request(SCRIPT.formatted("6")).GET()).ok();
    }

    @Test
    void productionHasPagesAndNoDeveloperTools() {
        var production = Operator.platform().production();
        Wire.send(production.request("/sign-in").GET()).ok();
        Wire.send(production.request("/").GET()).refused(404, "resource_not_found");
        Wire.send(production.request("/dev/inbox").GET()).refused(404, "resource_not_found");
    }

    @Test
    void theInboxShowsTheCodeAndRunsNothingOfTheMessage() {
        var tenant = Operator.platform().development();
        var email = Tenant.freshEmail();
        tenant.browser().signUp(email);
        var inbox = Wire.send(tenant.request("/dev/inbox").GET()).ok();
        assertThat(text(inbox)).contains(email, tenant.backend().codes(email).get(0), "sandbox=\"\"");
        assertThat(text(get("/dev/inbox").ok())).doesNotContain(email);
    }

    /** What the two languages of proxies say differently, or hide, made of a stranger this machine. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For   | 203.0.113.4            | Forwarded | for=198.51.100.1",
                "X-Forwarded-For   | _hidden                | Forwarded | for=127.0.0.1",
                "X-Forwarded-For   | 127.0.0.1              | Forwarded | for=_hidden",
                "X-Forwarded-For   | 127.0.0.1              | Forwarded | for=203.0.113.4;garbage",
                "X-Forwarded-Proto | https                  | Forwarded | for=203.0.113.4",
            })
    void attackTheInboxFromElsewhereByForwardedHeaders(String one, String value, String other, String otherValue) {
        var tenant = Operator.platform().development();
        Wire.send(tenant.request("/dev/inbox")
                        .header("X-Forwarded-For", "127.0.0.1")
                        .GET())
                .ok();
        Wire.send(tenant.request("/dev/inbox")
                        .header(one, value)
                        .header(other, otherValue)
                        .GET())
                .refused(404, "resource_not_found");
    }

    /** A receiver's answer is anybody's text, on a page that shows codes. */
    @Test
    void scriptInAWebhooksAnswer() throws Exception {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var body = "<script>alert(2)</script>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        receiver.start();
        try {
            var tenant = Operator.platform().development();
            var url = "http://localhost:" + receiver.getAddress().getPort() + "/hook";
            tenant.backend().post("/api/v1/app/" + tenant.instanceId() + "/endpoint", Map.of("url", url));
            tenant.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD);
            var page = Eventually.see(
                    "the answer to the webhook",
                    () -> text(
                            Wire.send(tenant.request("/dev/inbox?view=webhooks").GET())
                                    .ok()),
                    seen -> seen.contains("alert(2)"));
            assertThat(page)
                    .contains("&lt;script&gt;alert(2)", "user.created", "500", url.replace("=", "&#x3D;"))
                    .doesNotContain("<script>alert");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void dnsRebindingToTheInbox() {
        assertThat(Wire.send(request("/dev/inbox").header("Host", "evil.example:9080"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void scriptInAnApplicationsName() {
        var tenant = Operator.platform().development();
        Operator.platform()
                .configure(tenant, Map.of("display", Map.of("application_name", "<script>alert(1)</script>")));
        for (var path : new String[] {"/", "/sign-in", "/dev/inbox"}) {
            var page = text(Wire.send(tenant.request(path).GET()).ok());
            assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        }
    }

    @Test
    void anImageIsShownAsWhatItIsAndOnlyOfItsUser() {
        var tenant = Operator.platform().development();
        var person = tenant.browser().signUp();
        var initials = get("/v1/images/" + tenant.instanceId() + "/" + person.userId() + "/default")
                .ok();
        assertThat(initials.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(initials.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(initials.header("Content-Security-Policy")).contains("sandbox");
        assertThat(text(initials)).doesNotContain(person.email());
        var elsewhere = "/v1/images/" + Rollcall.standard().instanceId() + "/" + person.userId() + "/default";
        get(elsewhere).refused(404, "resource_not_found");
    }

    /** The script in its exact version. */
    private static Answer installed() {
        var script = get(SCRIPT.formatted("6.29.3"));
        assumeTrue(script.status() == 200, "this build has no bundles, for there was no npm");
        return script;
    }

    private static Answer get(String path) {
        return Wire.send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Rollcall.url() + path));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
