package dev.rollcall.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.key.InstanceKeys.Timed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceKeysTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final JsonObject CLAIMS =
            Json.createObjectBuilder().add("sub", "user_1").build();
    private static final SigningPair OLD = pair("ins_1");
    private static final SigningPair NEW = pair("ins_1_2");
    private static final InstanceKeys KEYS =
            new InstanceKeys(List.of(new Timed(OLD, NOON.minusSeconds(86_400)), new Timed(NEW, NOON)));

    @Test
    void aPublishedKeySignsNothingBeforeItsTime() {
        assertThat(OLD.verify(KEYS.sign(CLAIMS, null, NOON.minusMillis(1)))).contains(CLAIMS);
        assertThat(NEW.verify(KEYS.sign(CLAIMS, null, NOON))).contains(CLAIMS);
    }

    @Test
    void everyPublishedKeyVerifiesAtAnyTime() {
        assertThat(KEYS.verify(OLD.sign(CLAIMS, null))).contains(CLAIMS);
        assertThat(KEYS.verify(NEW.sign(CLAIMS, null))).contains(CLAIMS);
        assertThat(KEYS.verify(pair("ins_1_2").sign(CLAIMS, null))).isEmpty();
    }

    @Test
    void theOneThatSignsComesFirst() {
        assertThat(kids(NOON.minusMillis(1))).containsExactly("ins_1", "ins_1_2");
        assertThat(kids(NOON)).containsExactly("ins_1_2", "ins_1");
        assertThat(KEYS.pem(NOON)).isEqualTo(NEW.pem());
    }

    @Test
    void aClockThatIsBehindStillHasAKeyToSignWith() {
        assertThat(KEYS.verify(KEYS.sign(CLAIMS, null, Instant.EPOCH))).contains(CLAIMS);
    }

    private static List<String> kids(Instant now) {
        return KEYS.jwks(now).keys().stream().map(JwksView.Jwk::kid).toList();
    }

    private static SigningPair pair(String kid) {
        var pair = RsaKeys.generate();
        return new SigningPair(kid, (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
    }
}
