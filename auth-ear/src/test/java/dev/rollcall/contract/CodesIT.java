package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refusals that stand in nobody's way: each is produced once, so that every code of the catalogue has been seen. */
class CodesIT {

    private static final Operator OPERATOR = Operator.platform();

    private final Tenant app = OPERATOR.development();
    private final Browser browser = app.browser();

    @Test
    void aNewPasswordIsNotTheOldOne() {
        var person = browser.signUp();
        browser.post("/v1/me/change_password", "current_password", person.password(), "new_password", person.password())
                .refused(422, "form_new_password_matches_current", "new_password");
    }

    @Test
    void aPasswordIsNotTheAddress() {
        var email = Tenant.freshEmail();
        browser.post("/v1/client/sign_ups", "email_address", email, "password", email)
                .refused(422, "form_password_matches_identifier", "password");
    }

    @Test
    void aPasswordHasAnEndInBytes() {
        browser.post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", "\u20ac".repeat(342))
                .refused(422, "form_password_size_in_bytes_exceeded", "password");
    }

    @Test
    void anAnswerWithoutAChallengeIsNone() {
        var person = browser.signUp();
        var other = app.browser();
        var signIn = other.post("/v1/client/sign_ins", "identifier", person.email())
                .ok()
                .text("/response/id");
        other.post(
                        "/v1/client/sign_ins/" + signIn + "/attempt_first_factor",
                        "strategy",
                        "email_code",
                        "code",
                        "424242")
                .refused(400, "verification_missing");
    }

    @Test
    void aSignUpThatIsOverStaysSo() {
        var email = Tenant.freshEmail();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        var code = app.backend().code(email);
        browser.post(path + "/attempt_verification", "strategy", "email_code", "code", code)
                .ok();
        browser.patch(path, "first_name", "Ada").refused(400, "sign_up_not_open");
    }

    @Test
    void aRefreshTokenEndsAfterAWeek() {
        OPERATOR.configure(app, Map.of("session", Map.of("lifetime_seconds", 30 * 86_400)));
        var origin = "http://localhost:3000";
        var session = browser.signUp().sessionId();
        var nonce = HandshakeIT.nonce(browser.get(HandshakeIT.path(origin + "/") + "&format=nonce"));
        String refresh = null;
        String token = null;
        for (var line : app.backend()
                .get("/v1/clients/handshake_payload?nonce=" + nonce)
                .ok()
                .at("/directives")) {
            var cookie = line.asText().split(";", 2)[0].split("=", 2);
            refresh = cookie[0].startsWith("__refresh_") ? cookie[1] : refresh;
            token = cookie[0].equals("__session") ? cookie[1] : token;
        }
        var clock = app.backend().post("/v1/test_clocks", Map.of()).ok().text("/id");
        app.backend()
                .post("/v1/test_clocks/" + clock + "/advance", Map.of("seconds", 8 * 86_400))
                .ok();
        var late = app.backend()
                .post(
                        "/v1/sessions/" + session + "/refresh",
                        Map.of(
                                "expired_token",
                                token,
                                "refresh_token",
                                refresh,
                                "request_origin",
                                origin,
                                "format",
                                "token"));
        assertThat(late.codes()).contains("refresh_token_expired");
    }

    @Test
    void sessionsWithoutASignInAreForDevelopment() {
        var production = OPERATOR.production();
        production
                .backend()
                .post("/v1/sessions", Map.of("user_id", "user_x"))
                .refused(400, "operation_not_allowed_in_production");
    }

    @Test
    void anImageHasAnEnd() {
        browser.signUp();
        browser.upload("/v1/me/profile_image", "a.png", "image/png", new byte[(10 << 20) + 1])
                .refused(413, "image_too_large", "file");
        browser.upload("/v1/me/profile_image", "a.png", "image/png", new byte[0])
                .refused(400, "form_param_missing", "file");
    }

    @Test
    void theWebhooksApiRefusesInItsOwnShape() {
        var hooks = new Hooks(app);
        assertThat(new Hooks(app, "sk_test_nobody").get("/endpoint").text("/code"))
                .isEqualTo("webhook_key_invalid");
        try (var receiver = new Receiver()) {
            var first = hooks.endpoint(receiver, "uid", "one");
            assertThat(hooks.post("/endpoint", Map.of("url", receiver.url().toString(), "uid", "one"))
                            .status())
                    .isEqualTo(409);
            hooks.patch("/endpoint/" + first, Map.of("disabled", true));
            assertThat(hooks.post("/endpoint/" + first + "/send-example", Map.of("eventType", "user.created"))
                            .status())
                    .isEqualTo(409);
            var event = Map.of("eventType", "user.created", "eventId", "e1", "payload", Map.of());
            assertThat(hooks.post("/msg", event).status()).isEqualTo(202);
            assertThat(hooks.post("/msg", event).status()).isEqualTo(409);
            for (int n = 1; n < 50; n++) {
                hooks.endpoint(receiver);
            }
            assertThat(hooks.post("/endpoint", Map.of("url", receiver.url().toString()))
                            .text("/code"))
                    .isEqualTo("webhook_endpoints_exhausted");
        }
        var named = named("one");
        assertThat(named.status()).isBetween(200, 201);
        assertThat(named("two").text("/code")).isEqualTo("webhook_application_exists");
        var looking = portalAccess(Map.of("readOnly", true)).text("/token");
        assertThat(new Hooks(app, looking)
                        .post("/endpoint", Map.of("url", "https://example.com"))
                        .text("/code"))
                .isEqualTo("webhook_portal_read_only");
        assertThat(portalAccess(Map.of("read_only", true)).status())
                .as("misspelt, it would narrow nothing")
                .isEqualTo(422);
        var loop = Wire.send(
                HttpRequest.newBuilder(URI.create(Rollcall.url() + "/api/v1/app/" + app.instanceId() + "/endpoint"))
                        .header("Authorization", "Bearer " + app.secretKey())
                        .header("webhook-id", "msg_1"));
        assertThat(loop.text("/code")).isEqualTo("webhook_loop");
    }

    private Answer named(String uid) {
        return Wire.send(HttpRequest.newBuilder(URI.create(Rollcall.url() + "/api/v1/app"))
                .header("Authorization", "Bearer " + app.secretKey())
                .header("Content-Type", "application/json")
                .POST(Backend.json(Map.of("name", "App", "uid", uid))));
    }

    @Test
    void anExportIsTakenWhenItIsDone() {
        for (int tries = 0; tries < 20; tries++) {
            var export = app.backend()
                    .post("/v1/exports", Map.of("format", "ndjson"))
                    .text("/id");
            var file = app.backend().get("/v1/exports/" + export + "/file");
            if (file.status() != 200) { // else the worker was quicker than this test
                file.refused(409, "export_not_done");
                return;
            }
        }
        fail("twenty exports were done before anybody could ask for them");
    }

    private Answer portalAccess(Map<String, ?> body) {
        return Wire.send(HttpRequest.newBuilder(
                        URI.create(Rollcall.url() + "/api/v1/auth/app-portal-access/" + app.instanceId()))
                .header("Authorization", "Bearer " + app.secretKey())
                .header("Content-Type", "application/json")
                .POST(Backend.json(body)));
    }
}
