package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Answer;
import dev.rollcall.contract.Backend;
import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Jwt;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the keys that sign tokens are replaced, on an operator's word and by the calendar. */
class SigningKeysIT {

    private final Operator operator = Operator.platform();
    private Tenant app;
    private Backend backend;
    private String session;

    @BeforeEach
    void anAppWithASession() {
        app = operator.development();
        backend = app.backend();
        var user = backend.createUser(Tenant.freshEmail(), "correct-Horse-battery-91");
        session = backend.post("/v1/sessions", Map.of("user_id", user.text("/id")))
                .ok()
                .text("/id");
    }

    @Test
    void theNextKeyIsPublishedBeforeItSigns() {
        rotate(Map.of("delay_seconds", 3600));
        var token = Jwt.of(token());

        assertThat(kids()).containsExactly(app.instanceId(), app.instanceId() + "_2");
        assertThat(token.header().path("kid").asText()).isEqualTo(app.instanceId());
        assertThat(statuses()).containsExactly("next", "current");
        operator.post(path("rotate_signing_key"), Map.of()).refused(409, "signing_key_pending");
    }

    @Test
    void tokensOfTheOldKeyAndOfTheNewOneVerify() {
        var before = Jwt.of(token());
        rotate(Map.of("delay_seconds", 0));
        var after = Jwt.of(token());

        assertThat(after.header().path("kid").asText()).isEqualTo(app.instanceId() + "_2");
        var jwks = backend.get("/v1/jwks").ok().json();
        assertThat(before.signedBy(jwks)).isTrue();
        assertThat(after.signedBy(jwks)).isTrue();
        assertThat(jwks.at("/keys/0/kid").asText())
                .as("the one that signs comes first")
                .isEqualTo(app.instanceId() + "_2");
        assertThat(statuses()).containsExactly("current", "retired");
        assertThat(app.browser().get("/.well-known/jwks.json").ok().json()).isEqualTo(jwks);
    }

    @Test
    void aStolenKeyIsWorthNothingOnceItIsRevoked() {
        var stolen = Jwt.of(token());
        rotate(Map.of("delay_seconds", 3600));
        rotate(Map.of("revoke_previous", true));

        assertThat(kids()).containsExactly(app.instanceId() + "_3");
        assertThat(stolen.signedBy(backend.get("/v1/jwks").ok().json())).isFalse();
        assertThat(Jwt.of(token()).signedBy(backend.get("/v1/jwks").ok().json()))
                .isTrue();
    }

    @Test
    void nothingIsReplacedByItselfUnlessTheInstanceAsksForIt() throws Exception {
        age("10 years");
        Schedules.run("signing_keys");
        assertThat(kids()).containsExactly(app.instanceId());
    }

    @Test
    void aKeyThatHasLivedItsTimeGetsASuccessor() throws Exception {
        operator.configure(app, Map.of("keys", Map.of("lifetime_days", 30)));
        Schedules.run("signing_keys");
        assertThat(statuses()).containsExactly("current");

        age("30 days");
        Schedules.run("signing_keys");
        assertThat(statuses()).containsExactly("next", "current");
        Schedules.run("signing_keys");
        assertThat(statuses()).as("once").hasSize(2);
    }

    @Test
    void aKeyLongRetiredIsTakenOutOfTheSet() throws Exception {
        var old = Jwt.of(token());
        rotate(Map.of("delay_seconds", 0));
        Schedules.run("signing_keys");
        assertThat(kids()).hasSize(2);

        EmbeddedPostgres.update(
                "update signing_key set retired_at = now() - interval '31 days' where id = ?", app.instanceId());
        Schedules.run("signing_keys");
        Eventually.see(
                "the key set without the old key, also on the node that did not run the routine",
                this::kids,
                List.of(app.instanceId() + "_2")::equals);
        assertThat(old.signedBy(backend.get("/v1/jwks").ok().json())).isFalse();
    }

    @Test
    void whatMeansNothingIsRefusedByName() {
        var path = path("rotate_signing_key");
        operator.post(path, Map.of("delay_seconds", -1)).refused(422, "form_param_value_invalid", "delay_seconds");
        operator.post(path, Map.of("delay_seconds", 5, "revoke_previous", true))
                .refused(422, "form_param_value_invalid", "delay_seconds");
        operator.post(path, Map.of("now", true)).refused(422, "form_param_unknown", "now");
    }

    @Test
    void nobodyButAnOperatorReplacesKeysAndOnlyThoseOfTheirApplication() {
        assertThat(backend.post(path("rotate_signing_key"), Map.of()).status()).isIn(401, 403);
        var crossed = "/v1/platform/applications/" + operator.development().applicationId() + "/instances/"
                + app.instanceId() + "/rotate_signing_key";
        operator.post(crossed, Map.of()).refused(404, "resource_not_found");
        assertThat(kids()).hasSize(1);
    }

    private Answer rotate(Map<String, ?> body) {
        return operator.post(path("rotate_signing_key"), body).ok();
    }

    private List<String> statuses() {
        return operator.get(path("signing_keys")).ok().json().findValuesAsText("status");
    }

    private List<String> kids() {
        return backend.get("/v1/jwks").ok().at("/keys").findValuesAsText("kid");
    }

    private String token() {
        return backend.post("/v1/sessions/" + session + "/tokens", Map.of())
                .ok()
                .text("/jwt");
    }

    private void age(String age) throws SQLException {
        EmbeddedPostgres.update(
                "update signing_key set signs_from = now() - interval '" + age + "' where id = ?", app.instanceId());
    }

    private String path(String what) {
        return "/v1/platform/applications/" + app.applicationId() + "/instances/development/" + what;
    }
}
