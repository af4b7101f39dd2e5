package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an app's server gets a fresh token for an expired one without sending the browser around. */
class RefreshIT {

    private static final Tenant APP = Rollcall.standard();
    private static final String ORIGIN = "http://localhost:3000";

    private final Browser browser = APP.browser();
    private String session;
    private String token;
    private String refresh;

    @BeforeEach
    void aHandshakeGaveTheAppItsCookies() {
        session = browser.signUp().sessionId();
        var nonce = HandshakeIT.nonce(browser.get(HandshakeIT.path(ORIGIN + "/") + "&format=nonce"));
        for (var line : APP.backend()
                .get("/v1/clients/handshake_payload?nonce=" + nonce)
                .ok()
                .at("/directives")) {
            var cookie = line.asText().split(";", 2)[0].split("=", 2);
            if (cookie[0].startsWith("__refresh_")) {
                assertThat(line.asText()).contains("HttpOnly");
                refresh = cookie[1];
            } else if (cookie[0].equals("__session")) {
                token = cookie[1];
            }
        }
    }

    @Test
    void answersCookiesOrABareToken() {
        var cookies = refreshed(session, Map.of("format", "cookie")).ok();
        assertThat(cookies.text("/object")).isEqualTo("cookies");
        assertThat(cookies.at("/cookies"))
                .allSatisfy(line ->
                        assertThat(line.asText()).startsWith("__session").doesNotContain("Secure"));

        var fresh = Jwt.of(refreshed(session, Map.of("format", "token")).ok().text("/jwt"))
                .claims();
        assertThat(fresh.path("sid").asText()).isEqualTo(session);
        assertThat(fresh.path("azp").asText()).isEqualTo(ORIGIN);
        assertThat(fresh.path("jti").asText())
                .isNotEqualTo(Jwt.of(token).claims().path("jti").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9999999999.x"})
    void tamperedRefreshToken(String tampered) {
        assertThat(refreshed(session, Map.of("refresh_token", tampered)).status())
                .isIn(400, 401);
        refreshed(session, Map.of("refresh_token", refresh + "x")).refused(401, "refresh_token_invalid");
    }

    @Test
    void refreshTokenUsedByAnotherApp() {
        refreshed(session, Map.of("request_origin", "https://evil.example")).refused(401, "refresh_token_invalid");
    }

    @Test
    void refreshTokenUsedForAnotherSession() {
        var other = APP.browser();
        var theirs = other.signUp().sessionId();
        refreshed(theirs, Map.of()).refused(401, "expired_token_invalid");
        refreshed(theirs, Map.of("expired_token", other.token(theirs))).refused(401, "refresh_token_invalid");
    }

    @Test
    void forgedSessionToken() {
        var forged = Jwt.of(token).tampered(claims -> claims.put("exp", 4_000_000_000L));
        refreshed(session, Map.of("expired_token", forged)).refused(401, "expired_token_invalid");
    }

    @Test
    void refreshTokenOfAForeignInstance() {
        var foreign = Operator.platform().development();
        assertThat(foreign.backend()
                        .post("/v1/sessions/" + session + "/refresh", body(Map.of()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refreshTokenOfASessionThatIsOver() {
        browser.post("/v1/client/sessions/" + session + "/end").ok();
        refreshed(session, Map.of()).refused(401, "authentication_invalid");
    }

    private Answer refreshed(String sessionId, Map<String, Object> changed) {
        return APP.backend().post("/v1/sessions/" + sessionId + "/refresh", body(changed));
    }

    private Map<String, Object> body(Map<String, Object> changed) {
        var body = new LinkedHashMap<String, Object>(
                Map.of("expired_token", token, "refresh_token", refresh, "request_origin", ORIGIN));
        body.putAll(changed);
        return body;
    }
}
