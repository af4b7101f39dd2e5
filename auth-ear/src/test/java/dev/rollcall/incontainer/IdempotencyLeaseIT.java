package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Answer;
import dev.rollcall.contract.Backend;
import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import dev.rollcall.crypto.Secrets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key whose node died in the middle, and one whose day is over: its row is changed where it lies. */
class IdempotencyLeaseIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();

    private final String key = UUID.randomUUID().toString();
    private String user;

    @BeforeEach
    void somebodyWasLockedUnderTheKey() {
        user = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        lock().ok();
        BACKEND.post("/v1/users/" + user + "/unlock", Map.of()).ok();
    }

    @Test
    void whatALostNodeWasDoingIsInUseUntilItsLeaseRunsOut() throws SQLException {
        change("status = null, answer = null, lease_until = now() + interval '1 minute'");
        lock().refused(409, "idempotency_key_in_use");
        assertThat(isLocked()).isFalse();

        change("lease_until = now() - interval '1 second'");
        BACKEND.post("/v1/users/" + user + "/ban", Map.of(), key).refused(409, "idempotency_key_reused");
        assertThat(lock().ok().header("idempotency-replayed")).isEmpty();
        assertThat(isLocked()).as("it was done anew").isTrue();
    }

    @Test
    void afterADayAKeyIsForgotten() throws SQLException {
        change("created_at = now() - interval '25 hours'");
        BACKEND.post("/v1/users/" + user + "/ban", Map.of(), key).ok();
    }

    @Test
    void theAnswerIsSealedAndTheKeyAndTheBodyAreNotKept() throws SQLException {
        assertThat(EmbeddedPostgres.text(
                        "select encode(answer, 'escape') || request_hash || id from idempotency where instance_id = ?",
                        APP.instanceId()))
                .doesNotContain(user)
                .doesNotContain(key);
    }

    /** Whoever has the table knows all of a request but the password in it; a plain hash would say whether a guess is right. */
    @Test
    void guessingWhatWasInABodyByItsHash() throws SQLException {
        var request = "POST\n/v1/users/" + user + "/lock\nnull\n{}";
        assertThat(EmbeddedPostgres.text("select request_hash from idempotency where id = ?", Secrets.hash(key)))
                .isNotEmpty()
                .isNotEqualTo(Secrets.hash(request));
    }

    private Answer lock() {
        return BACKEND.post("/v1/users/" + user + "/lock", Map.of(), key);
    }

    private boolean isLocked() {
        return BACKEND.get("/v1/users/" + user).ok().at("/locked").asBoolean();
    }

    private void change(String set) throws SQLException {
        assertThat(EmbeddedPostgres.update("update idempotency set " + set + " where id = ?", Secrets.hash(key)))
                .isEqualTo(1);
    }
}
