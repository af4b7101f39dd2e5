package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers tell browsers, and what they do not take from headers. */
class HardeningIT {

    private static final Tenant APP = Rollcall.standard();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/environment", "/v1/users", "/v1/nothing", "/.well-known/jwks.json", "/v1/users/%FF"})
    void everyAnswerIsToldHowItMayBeUsed(String path) {
        var answer = Wire.send(plain(path));

        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("content-security-policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("referrer-policy")).isNotEmpty();
    }

    @Test
    void whoComesByTlsShallNotComeWithoutItAgain() {
        assertThat(Wire.send(plain("/v1/environment").header("X-Forwarded-Proto", "https"))
                        .header("strict-transport-security"))
                .startsWith("max-age=");
        assertThat(Wire.send(plain("/v1/environment")).header("strict-transport-security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/environment",
                "/v1/client",
                "/v1/client/handshake?redirect_url=https%3A%2F%2Fx.example",
                "/v1/verify?token=x",
                "/sign-in",
                "/user/security"
            })
    void aProductionInstanceOverPlainHttp(String path) {
        var production = Operator.platform().production();
        var answer = Wire.send(plain(path).header("Host", production.host()));

        answer.refused(403, "https_required");
        assertThat(answer.cookies()).isEmpty();
        assertThat(Wire.send(plain("/v1/health").header("Host", production.host()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProductionSignInOverPlainHttp() {
        var production = Operator.platform().production();
        var email = Tenant.freshEmail();
        production.backend().createUser(email, Browser.PASSWORD);
        var body = "strategy=password&identifier=" + Wire.encode(email) + "&password=" + Wire.encode(Browser.PASSWORD);
        for (var scheme : List.of("http", "http, https", "gopher")) {
            var answer = Wire.send(form("/v1/client/sign_ins", body)
                    .header("Host", production.host())
                    .header("X-Forwarded-Proto", scheme));
            answer.refused(403, "https_required");
            assertThat(answer.cookies()).isEmpty();
            assertThat(answer.at("/meta/client").isMissingNode()).isTrue();
        }
        var signedIn = Wire.send(production
                        .request("/v1/client/sign_ins")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .ok();
        assertThat(signedIn.cookies()).isNotEmpty().allMatch(line -> line.contains("; Secure"));
        assertThat(signedIn.header("strict-transport-security")).startsWith("max-age=");
    }

    @Test
    void operatorsSeeWhoseWordCounts() {
        var node = Operator.platform().get("/v1/platform/node").ok();
        assertThat(node.at("/trusted_proxies/0").asText()).isEqualTo("127.0.0.0/8");
        assertThat(node.text("/public_url")).startsWith("http://localhost:");
        assertThat(node.at("/untrusted_proxies").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host", "Forwarded", "X-Original-Host", "X-Host"})
    void hostHeaderInjection(String header) {
        var value = header.equals("Forwarded") ? "host=evil.example" : "evil.example";
        for (var path : List.of("/v1/environment", "/v1/client", "/.well-known/openid-configuration", "/v1/nothing")) {
            var answer = Wire.send(plain(path).header(header, value));
            assertThat(answer.status()).isEqualTo(Wire.send(plain(path)).status());
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("evil.example");
            assertThat(answer.header("location")).doesNotContain("evil.example");
        }
    }

    @Test
    void hostHeaderInjectionIntoAMessage() {
        var email = Tenant.freshEmail();
        var begun = Wire.send(form("/v1/client/sign_ups?_is_native=1", "email_address=" + Wire.encode(email))
                        .header("Host", "evil.example"))
                .ok();
        Wire.send(form(
                                "/v1/client/sign_ups/" + begun.text("/response/id")
                                        + "/prepare_verification?_is_native=1",
                                "strategy=email_code")
                        .header("Authorization", begun.header("authorization"))
                        .header("X-Forwarded-Host", "evil.example"))
                .ok();
        var sent = APP.backend()
                .get("/v1/messages?to_email_address=" + Wire.encode(email))
                .ok();
        assertThat(sent.at("/data")).isNotEmpty();
        assertThat(sent.json().toString()).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "https,http", "https, https", "gopher", "%", "//evil.example"})
    void schemesThatAreNone(String scheme) {
        for (var path : List.of("/v1/environment", "/v1/client", "/v1/users", "/", "/v1/nothing")) {
            assertThat(Wire.send(plain(path).header("X-Forwarded-Proto", scheme))
                            .status())
                    .as(path)
                    .isLessThan(500);
        }
    }

    @Test
    void aBodyWithoutEnd() {
        var answer = Wire.send(form("/v1/client/sign_ins", "identifier=" + "a".repeat(2 << 20)));
        answer.refused(413, "request_body_too_large");
    }

    @Test
    void tooManyFields() {
        Wire.send(form("/v1/client/sign_ins", "a=b&".repeat(2000))).refused(400, "request_body_invalid");
    }

    @Test
    void nestingWithoutEnd() {
        var deep = "{\"a\":".repeat(2_500) + "1" + "}".repeat(2_500);
        Wire.send(plain("/v1/client/sign_ins")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(deep)))
                .refused(400, "request_body_invalid");
        APP.backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of(Tenant.freshEmail()),
                                "password",
                                Browser.PASSWORD,
                                "public_metadata",
                                nested(40)))
                .refused(422, "form_param_value_invalid", "public_metadata");
    }

    @Test
    void headersWithoutEnd() {
        var answer = Wire.send(plain("/v1/environment").header("X-Long", "a".repeat(100_000)));
        assertThat(answer.status()).isBetween(400, 431);
    }

    private static Object nested(int depth) {
        Object value = 1;
        for (int i = 0; i < depth; i++) {
            value = Map.of("a", value);
        }
        return value;
    }

    private static HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(URI.create(Rollcall.url() + path));
    }

    private static HttpRequest.Builder form(String path, String body) {
        return plain(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
