package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.data.Clock;
import dev.rollcall.data.FixedClock;
import dev.rollcall.session.SessionStatus;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionClaimsTest {

    private static final Clock CLOCK = new FixedClock();
    private static final Instant NOW = CLOCK.now();

    @Test
    void saysWhoWhereAndForHowLongAndNothingElse() {
        var claims = claims(NOW.minusSeconds(90), Optional.of("https://app.example.com"));
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder("azp", "exp", "fva", "iat", "iss", "jti", "nbf", "sid", "sts", "sub", "v");
        assertThat(claims.getInt("iat")).isEqualTo((int) NOW.getEpochSecond());
        assertThat(claims.getInt("exp")).isEqualTo(claims.getInt("iat") + 60);
        assertThat(claims.getInt("nbf")).isEqualTo(claims.getInt("iat") - 10);
        assertThat(claims.getJsonArray("fva").toString()).isEqualTo("[1,-1]");
        assertThat(claims.getString("sts")).isEqualTo("active");
        assertThat(claims.getString("jti")).matches("[0-9a-f]{20}");
    }

    @Test
    void leavesTheOriginOutWhereThereIsNone() {
        assertThat(claims(NOW, Optional.empty())).doesNotContainKey("azp");
    }

    /** An app's server sends a browser whose token is older than its client's last change through a handshake, without end. */
    @Test
    void isNeverOlderThanTheClientsLastChangeEvenIfThisClockIsBehind() {
        var claims = claims(NOW.plusSeconds(3), Optional.empty());
        assertThat(claims.getInt("iat")).isEqualTo((int) NOW.plusSeconds(3).getEpochSecond());
        assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(60);
    }

    /** Settings are checked when they are written; a document from elsewhere must not make anybody somebody else. */
    @Test
    void whatAnInstanceAddsNeverReplacesWhatWeSay() {
        var wanted = Json.createObjectBuilder()
                .add("sub", "user_2")
                .add("sid", "sess_2")
                .add("role", "admin");
        var claims = claims(NOW, Optional.empty(), wanted.build());
        assertThat(claims.getString("sub")).isEqualTo("user_1");
        assertThat(claims.getString("sid")).isEqualTo("sess_1");
        assertThat(claims.getString("role")).isEqualTo("admin");
    }

    /** An app that asks for a fresh factor must not take the ticket of its staff for one of the user's. */
    @Test
    void whoeverActsAsAUserHasProvedNoneOfTheirFactors() {
        var staff = Json.createObjectBuilder().add("sub", "user_staff").build();
        var subject = new Subject("sess_1", "user_1", SessionStatus.ACTIVE, NOW, NOW, NOW, staff);
        var claims = SessionClaims.of(
                "https://clerk.example.com",
                subject,
                JsonObject.EMPTY_JSON_OBJECT,
                Optional.empty(),
                CLOCK,
                SessionClaims.LIFETIME);
        assertThat(claims.getJsonArray("fva").toString()).isEqualTo("[-1,-1]");
        assertThat(claims.getJsonObject("act")).isEqualTo(staff);
    }

    private static JsonObject claims(Instant clientUpdatedAt, Optional<String> origin) {
        return claims(clientUpdatedAt, origin, JsonObject.EMPTY_JSON_OBJECT);
    }

    private static JsonObject claims(Instant clientUpdatedAt, Optional<String> origin, JsonObject wanted) {
        var subject = new Subject(
                "sess_1", "user_1", SessionStatus.ACTIVE, NOW.minusSeconds(90), null, clientUpdatedAt, null);
        return SessionClaims.of("https://clerk.example.com", subject, wanted, origin, CLOCK, SessionClaims.LIFETIME);
    }
}
