package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A password that was stolen elsewhere is refused, and the service that knows is not told which one it was. */
class BreachedPasswordsIT {

    private static final String STOLEN = "tepid-Walnut-orbit-" + System.nanoTime();
    private static final Operator OPERATOR = Operator.platform();

    @Test
    void aStolenPasswordIsRefusedAndNeverSent() {
        var app = OPERATOR.configure(OPERATOR.development(), Map.of("password", Map.of("check_breaches", true)));
        try (var service = service()) {
            service.answer(200, "0000000000000000000000000000000000A:7\r\n" + rest(STOLEN) + ":42\r\n");
            app.browser()
                    .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", STOLEN)
                    .refused(422, "form_password_pwned", "password");
            assertThat(service.seen()).hasSize(1);
            assertThat(service.seen().get(0).path())
                    .isEqualTo("/range/" + sha1(STOLEN).substring(0, 5));
            assertThat(service.seen().get(0).headers()).containsEntry("add-padding", "true");
            assertThat(service.seen().get(0).toString()).doesNotContain(rest(STOLEN), STOLEN);
            app.browser()
                    .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", Browser.PASSWORD)
                    .ok();
        }
    }

    @Test
    void whatWasNeverSeenPadsTheAnswer() {
        var app = OPERATOR.configure(OPERATOR.development(), Map.of("password", Map.of("check_breaches", true)));
        try (var service = service()) {
            service.answer(200, rest(STOLEN) + ":0\r\n");
            app.browser()
                    .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", STOLEN)
                    .ok();
        }
    }

    @Test
    void aServiceThatIsDownKeepsNobodyOut() {
        var app = OPERATOR.configure(OPERATOR.development(), Map.of("password", Map.of("check_breaches", true)));
        app.browser()
                .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", STOLEN)
                .ok();
        try (var service = service()) {
            service.answer(503, "busy");
            app.browser()
                    .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", STOLEN)
                    .ok();
        }
    }

    @Test
    void whoHasAStolenPasswordSetsAnotherWhereTheInstanceWantsIt() {
        var app = OPERATOR.development();
        var email = Tenant.freshEmail();
        app.backend().createUser(email, STOLEN);
        assertThat(app.browser().signIn(email, STOLEN)).startsWith("sess_");
        OPERATOR.configure(app, Map.of("password", Map.of("check_breaches", true, "enforce_on_sign_in", true)));
        try (var service = service()) {
            service.answer(200, rest(STOLEN) + ":3");
            app.browser()
                    .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", STOLEN)
                    .refused(422, "form_password_pwned", "password");
            app.browser()
                    .post(
                            "/v1/client/sign_ins",
                            "strategy",
                            "password",
                            "identifier",
                            email,
                            "password",
                            "wrong-Guess-1")
                    .refused(422, "form_password_incorrect", "password");
        }
    }

    private static FakeProvider service() {
        return new FakeProvider(Integer.getInteger("rollcall.breaches.port"), 200);
    }

    private static String rest(String password) {
        return sha1(password).substring(5);
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
