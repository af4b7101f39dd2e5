package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser or an app is told to keep, and what stands around an answer. */
class CookiesIT {

    private static final String SIGN_UPS = "/v1/client/sign_ups";
    private static final String PASSWORD = "correct-horse-battery-9";

    @Test
    void aDevelopmentInstanceHasACookieOfItsOwnBesideThePlainOne() {
        var cookies = Rollcall.standard().browser().post(SIGN_UPS).ok().cookies();

        assertThat(cookies)
                .hasSize(2)
                .allMatch(line -> line.endsWith("; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax"));
        assertThat(cookies.get(0)).matches("__client_[A-Za-z0-9_-]{8}=.+");
        assertThat(cookies.get(1)).startsWith("__client=");
    }

    @Test
    void instancesOnOneHostDoNotOverwriteEachOther() {
        var first = Rollcall.standard().browser();
        var second = Operator.platform().development().browser();
        var person = first.signUp();

        second.signUp();
        var jar = first.stolen();
        jar.cookies().putAll(second.cookies()); // one jar for localhost: the plain cookie is the second instance's now

        var touched =
                jar.post("/v1/client/sessions/" + person.sessionId() + "/touch").ok();
        assertThat(touched.text("/response/id")).isEqualTo(person.sessionId());
    }

    @Test
    void aProductionInstanceTellsTheAppWhoIsSignedIn() {
        var app = Operator.platform().production();
        var email = Tenant.freshEmail();
        app.backend().createUser(email, PASSWORD).ok();
        var browser = app.browser();

        var factors = new Object[] {"strategy", "password", "identifier", email, "password", PASSWORD};
        var signedIn = browser.post("/v1/client/sign_ins", factors).ok();
        var signedOut = browser.delete("/v1/client/sessions").ok();
        var gone = browser.delete("/v1/client").ok();

        var uat = Long.toString(signedIn.at("/client/updated_at").asLong() / 1000);
        assertThat(signedIn.cookies()).hasSize(3);
        var attributes = "; Path=/; Max-Age=31536000; Domain=" + app.domain() + "; Secure; SameSite=Lax";
        assertThat(signedIn.cookies().get(0)).startsWith("__client=").endsWith("; HttpOnly; Secure; SameSite=Lax");
        assertThat(signedIn.cookies().get(0)).doesNotContain("Domain");
        assertThat(signedIn.cookies().subList(1, 3))
                .allMatch(line -> line.matches("__client_uat(_.{8})?=" + uat + attributes));
        assertThat(signedOut.cookies()).anyMatch(line -> line.startsWith("__client_uat=0;"));
        assertThat(signedOut.at("/response/sessions")).isEmpty();
        assertThat(gone.cookies()).anyMatch(line -> line.startsWith("__client=; Path=/; Max-Age=0;"));
    }

    /** Cookie tossing: a neighbour on the domain sets one that the browser sends first. */
    @Test
    void aStaleFirstClientCookieSignsNobodyOut() {
        var app = Operator.platform().production();
        var browser = app.browser();
        var person = browser.signUp();
        var own = browser.cookies().get("__client");

        for (var header : List.of(
                "__client=stale; __client=" + own,
                "__client=a; __client=b; __client=" + own + "; __client=c",
                "__client=" + own + "; __client=stale")) {
            var answer = Wire.send(app.request("/v1/client").header("Cookie", header))
                    .ok();

            assertThat(answer.text("/response/last_active_session_id")).isEqualTo(person.sessionId());
            assertThat(answer.cookies())
                    .filteredOn(line -> line.startsWith("__client=;"))
                    .anyMatch(line -> line.contains("Path=/; Domain=" + app.domain() + "; Max-Age=0"))
                    .anyMatch(line -> line.contains("Path=/v1/client; Domain=" + app.host() + "; Max-Age=0"))
                    .allMatch(line -> line.contains("Domain="));
            var token = Wire.send(app.request("/v1/client/sessions/" + person.sessionId() + "/tokens")
                    .header("Cookie", header)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(token.ok().text("/jwt")).isNotEmpty();
        }
        var alone = Wire.send(app.request("/v1/client").header("Cookie", "__client=" + own))
                .ok();
        assertThat(alone.cookies()).noneMatch(line -> line.startsWith("__client=;"));
    }

    @Test
    void anAppWithoutAJarGetsItsTokenInAHeader() {
        var app = Rollcall.standard();
        var made = Wire.send(app.request(SIGN_UPS + "?_is_native=1").POST(HttpRequest.BodyPublishers.noBody()))
                .ok();
        var token = made.header("authorization");

        assertThat(made.cookies()).isEmpty();
        var client = Wire.send(app.request("/v1/client?_is_native=1").header("Authorization", token))
                .ok();
        assertThat(client.text("/response/id")).isEqualTo(made.text("/client/id"));
        assertThat(Wire.send(app.request("/v1/client?_is_native=1")).ok().text("/response/id"))
                .isNull();
    }

    @Test
    void changesCarryTheClientAndReadingsDoNot() {
        var browser = Rollcall.standard().browser();
        var person = browser.signUp();

        assertThat(browser.get("/v1/client").ok().at("/client").isNull()).isTrue();
        assertThat(browser.get("/v1/client/sessions/" + person.sessionId())
                        .ok()
                        .at("/client")
                        .isNull())
                .isTrue();
        assertThat(browser.patch("/v1/me", "first_name", "Ada").ok().text("/client/sessions/0/user/first_name"))
                .isEqualTo("Ada");
        var refused = browser.patch("/v1/me", "first_name", "x".repeat(300));
        assertThat(refused.text("/meta/client/sessions/0/id")).isEqualTo(person.sessionId());
        assertThat(browser.get("/v1/me/email_addresses").ok().json().isArray()).isTrue();
        assertThat(browser.post("/v1/client/sessions/" + person.sessionId() + "/tokens")
                        .ok()
                        .json()
                        .has("client"))
                .isFalse();
    }

    @Test
    void noAnswerIsKeptAndEveryOneIsPlainJson() {
        var answer = Rollcall.standard().browser().get("/v1/client").ok();

        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("x-clerk-trace-id")).matches("[0-9a-f]{32}");
    }

    @Test
    void aServerSaysTheMethodItMeans() {
        var app = Rollcall.standard();
        var user = app.backend().createUser(Tenant.freshEmail(), PASSWORD).ok().text("/id");

        app.backend().post("/v1/users/" + user + "?_method=DELETE", Map.of()).refused(405, "method_not_allowed");
        app.backend().get("/v1/users/" + user).ok();
    }
}
