package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What time takes away. The rows are made old where they lie, as nobody can wait that long. */
class ExpiryIT {

    private static final Tenant APP = Rollcall.standard();

    private final Browser browser = APP.browser();

    @Test
    void anExpiredCodeIsRefusedAndANewOneTaken() throws SQLException {
        var email = Tenant.freshEmail();
        var signUp = browser.post("/v1/client/sign_ups", "email_address", email, "password", "correct-Horse-battery-91")
                .ok();
        var id = signUp.text("/response/id");
        var path = "/v1/client/sign_ups/" + id;
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        var aged = EmbeddedPostgres.update("""
                update verification v set expire_at = now() - interval '1 second' from sign_up s
                where s.instance_id = v.instance_id and s.email_verification_id = v.id and s.id = ?""", id);
        assertThat(aged).isEqualTo(1);

        var late = browser.post(
                path + "/attempt_verification",
                "strategy",
                "email_code",
                "code",
                APP.backend().code(email));
        assertThat(late.codes()).containsExactly("verification_expired");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        var done = browser.post(
                        path + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        APP.backend().code(email))
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
    }

    @Test
    void theMailOfACodeThatHasExpiredIsGivenUp() throws SQLException {
        var app = Operator.platform().development();
        var nobodyThere = Map.of(
                "kind",
                "smtp",
                "host",
                "localhost",
                "port",
                1,
                "security",
                "none",
                "from_email_address",
                "a@b.example");
        app.backend().put("/v1/message_channels/email", nobodyThere).ok();
        var email = Tenant.freshEmail();
        app.backend().createUser(email, "correct-Horse-battery-91");
        var visitor = app.browser();
        var signIn = visitor.post("/v1/client/sign_ins", "identifier", email).ok();
        visitor.post(
                        "/v1/client/sign_ins/" + signIn.text("/response/id") + "/prepare_first_factor",
                        "strategy",
                        "email_code",
                        "email_address_id",
                        signIn.json().findValuesAsText("email_address_id").get(0))
                .ok();
        assertThat(EmbeddedPostgres.update(
                        "update message set expires_at = now() - interval '1 second' where recipient = ?", email))
                .isEqualTo(1);

        var path = "/v1/messages?to_email_address=" + email;
        var given = Eventually.see(
                "an end", () -> app.backend().get(path).ok(), m -> "failed".equals(m.text("/data/0/status")));
        assertThat(given.text("/data/0/error")).isEqualTo("expired");
    }

    @Test
    void anExpiredSessionGivesNoTokenAndCannotBeTouched() throws SQLException {
        var session = browser.signUp().sessionId();
        var aged = EmbeddedPostgres.update(
                "update session set expire_at = now() - interval '1 second' where id = ?", session);
        assertThat(aged).isEqualTo(1);

        browser.post("/v1/client/sessions/" + session + "/tokens").refused(401, "authentication_invalid");
        browser.post("/v1/client/sessions/" + session + "/touch").refused(401, "authentication_invalid");
        browser.get("/v1/me").refused(401, "authentication_invalid");
        assertThat(APP.backend().get("/v1/sessions/" + session).ok().text("/status"))
                .isEqualTo("expired");
        assertThat(browser.get("/v1/client").ok().at("/response/sessions")).isEmpty();
    }
}
