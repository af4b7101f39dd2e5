package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How an app's server gets its cookies when it has none: the handshake, by nonce and by token. */
class HandshakeIT {

    private static final Tenant APP = Rollcall.standard();
    private static final String PAGE = "http://localhost:3000/dashboard?tab=1";

    private final Browser browser = APP.browser();

    @Test
    void aNonceBringsTheCookiesOfASignedInPerson() {
        var person = browser.signUp();
        var directives = payload(nonce(shake("&format=nonce")));

        var session = cookie(directives, "__session");
        assertThat(Jwt.of(session).claims().path("sid").asText()).isEqualTo(person.sessionId());
        assertThat(cookie(directives, "__session_" + suffix())).isEqualTo(session);
        assertThat(Long.parseLong(cookie(directives, "__client_uat")))
                .isPositive()
                .isLessThanOrEqualTo(Jwt.of(session).claims().path("iat").asLong());
        assertThat(cookie(directives, "__client_uat_" + suffix())).isEqualTo(cookie(directives, "__client_uat"));
        assertThat(cookie(directives, "__clerk_db_jwt")).isEqualTo(browser.devBrowser());
        assertThat(directives)
                .allSatisfy(line -> assertThat(line).contains("Path=/").doesNotContain("Secure"));
        assertThat(directives.stream()
                        .filter(line -> line.startsWith("__session"))
                        .reduce((a, b) -> b)
                        .orElseThrow())
                .as("the last one is what the SDK takes")
                .contains(session);
    }

    @Test
    void aNonceWorksOnce() {
        browser.signUp();
        var nonce = nonce(shake("&format=nonce"));
        payload(nonce);
        var replayed = APP.backend().get("/v1/clients/handshake_payload?nonce=" + nonce);
        assertThat(replayed.status()).isBetween(400, 404);
    }

    @Test
    void anUnknownNonceBringsNothing() {
        assertThat(APP.backend()
                        .get("/v1/clients/handshake_payload?nonce=guess")
                        .status())
                .isBetween(400, 404);
    }

    @Test
    void aTokenBringsTheSameCookiesSigned() {
        var person = browser.signUp();
        var token = Jwt.of(parameter(shake("&format=token"), "__clerk_handshake"));

        assertThat(token.signedBy(browser.get("/.well-known/jwks.json").ok().json()))
                .isTrue();
        var directives = new ArrayList<String>();
        token.claims().path("handshake").forEach(line -> directives.add(line.asText()));
        assertThat(Jwt.of(cookie(directives, "__session")).claims().path("sub").asText())
                .isEqualTo(person.userId());
    }

    @Test
    void whoIsSignedOutIsToldSo() {
        var directives = told(shake("&format=nonce"));
        assertThat(cookie(directives, "__client_uat")).isEqualTo("0");
        assertThat(directives.stream().filter(line -> line.startsWith("__session")))
                .allSatisfy(line ->
                        assertThat(line).matches("(?i)__session[^=]*=;.*(max-age=0|expires=thu, 01.jan.1970).*"));
    }

    @Test
    void aBrowserWithoutADevBrowserGetsOne() {
        var directives = told(browser.devBrowser(null).get(path(PAGE) + "&format=nonce"));
        assertThat(cookie(directives, "__clerk_db_jwt")).isNotBlank();
    }

    @Test
    void theWayBackIsTheOneThatWasAskedFor() {
        var back = URI.create(shake("&format=nonce").header("location"));
        assertThat(back.getScheme() + "://" + back.getAuthority() + back.getPath())
                .isEqualTo("http://localhost:3000/dashboard");
        assertThat(back.getQuery()).contains("tab=1");
    }

    @Test
    void withoutAWayBackThereIsNoHandshake() {
        var refused = browser.get("/v1/client/handshake?format=nonce");
        assertThat(refused.status()).isBetween(400, 422);
    }

    /** A nonce is a row of the database, which nobody should be able to have written by asking. */
    @Test
    void whoIsNobodyGetsNoNonce() {
        assertThat(shake("&format=nonce").header("location"))
                .contains("__clerk_handshake=")
                .doesNotContain("__clerk_handshake_nonce");
    }

    private static List<String> told(Answer answer) {
        var lines = new ArrayList<String>();
        Jwt.of(parameter(answer, "__clerk_handshake"))
                .claims()
                .path("handshake")
                .forEach(line -> lines.add(line.asText()));
        return lines;
    }

    private Answer shake(String more) {
        var answer = browser.get(path(PAGE) + more);
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("cache-control")).contains("no-store");
        return answer;
    }

    static String path(String page) {
        return "/v1/client/handshake?redirect_url=" + Wire.encode(page)
                + "&suffixed_cookies=true&__clerk_hs_reason=session-token-expired";
    }

    static String nonce(Answer answer) {
        return parameter(answer, "__clerk_handshake_nonce");
    }

    private static String parameter(Answer answer, String name) {
        var matcher = Pattern.compile("[?&]" + name + "=([^&#]+)").matcher(answer.header("location"));
        assertThat(matcher.find())
                .as("%s in %s", name, answer.header("location"))
                .isTrue();
        return matcher.group(1);
    }

    private static List<String> payload(String nonce) {
        var lines = new ArrayList<String>();
        APP.backend()
                .get("/v1/clients/handshake_payload?nonce=" + nonce)
                .ok()
                .at("/directives")
                .forEach(line -> lines.add(line.asText()));
        return lines;
    }

    private static String cookie(List<String> directives, String name) {
        return directives.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).split(";", 2)[0])
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(name + " is not in " + directives));
    }

    private static String suffix() {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest(APP.publishableKey().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
