package dev.rollcall.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.config.ServerConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private final Sealer sealer = with(OLD);

    @Test
    void whatWasSealedOpensInItsContext() {
        assertThat(sealer.open(sealer.seal("größer", "a"), "a")).isEqualTo("größer");
    }

    @Test
    void theSameTextIsNeverSealedTwiceToTheSameBytes() {
        assertThat(sealer.seal("text", "a")).isNotEqualTo(sealer.seal("text", "a"));
    }

    /** Somebody who can write to the database moves a sealed value from one row to another. */
    @Test
    void aValueMovedToAnotherRowDoesNotOpen() {
        var sealed = sealer.seal("text", "signing_key/ins_1/ins_1");
        assertThatThrownBy(() -> sealer.open(sealed, "signing_key/ins_2/ins_2"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Somebody who can write to the database flips bits. */
    @Test
    void aChangedValueDoesNotOpenWhicheverByteWasChanged() {
        var sealed = sealer.seal("text", "a");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(changed, "a")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aTruncatedValueDoesNotOpen() {
        var sealed = sealer.seal("text", "a");
        for (int length = 0; length < sealed.length; length++) {
            var shorter = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> sealer.open(shorter, "a")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aStolenDatabaseDoesNotOpenUnderAnotherKey() {
        var sealed = sealer.seal("text", "a");
        assertThatThrownBy(() -> with(NEW).open(sealed, "a")).hasMessageContaining("another key-encryption key");
    }

    @Test
    void aReplacedKeyStillOpensWhatItSealed() {
        var sealed = sealer.seal("text", "a");
        var rotated = with(NEW + "," + OLD);
        assertThat(rotated.open(sealed, "a")).isEqualTo("text");
        assertThat(with(NEW).open(rotated.seal("newer", "a"), "a"))
                .as("the first key seals")
                .isEqualTo("newer");
    }

    @Test
    void aMacSaysNothingInAnotherContext() {
        var mac = sealer.mac("sign_in/1", "424242");
        assertThat(sealer.mac("sign_in/1", "424242")).isEqualTo(mac);
        assertThat(sealer.mac("sign_in/2", "424242")).isNotEqualTo(mac);
        assertThat(sealer.mac("sign_in/1", "424243")).isNotEqualTo(mac);
        assertThat(with(NEW).mac("sign_in/1", "424242")).isNotEqualTo(mac);
    }

    @Test
    void aProductionServerWithoutAKeyRefusesToStartAndSaysHowToMakeOne() {
        assertThatThrownBy(() -> new Sealer(config(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROLLCALL_MASTER_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ=", ","})
    void aBadKeyIsRefusedWithoutBeingShown(String key) {
        assertThatThrownBy(() -> with(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ROLLCALL_MASTER_KEY")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void aDevelopmentServerMakesItsKeyOnceForItsOwnerAlone(@TempDir Path home) throws Exception {
        var settings = Map.of(
                "ROLLCALL_DEV", "true", "ROLLCALL_HOME", home.resolve("new").toString());
        var sealed = new Sealer(config(settings)).seal("text", "a");

        assertThat(new Sealer(config(settings)).open(sealed, "a")).isEqualTo("text");
        var file = home.resolve("new/master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent())
                .as("nothing is left lying about")
                .isDirectoryContaining(file::equals)
                .isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void theKeyMayComeFromAFile(@TempDir Path home) throws Exception {
        var file = Files.writeString(home.resolve("key"), OLD + "\n", StandardCharsets.US_ASCII);
        var fromFile = new Sealer(config(Map.of("ROLLCALL_MASTER_KEY_FILE", file.toString())));
        assertThat(fromFile.open(sealer.seal("text", "a"), "a")).isEqualTo("text");
    }

    private static Sealer with(String keys) {
        return new Sealer(config(Map.of("ROLLCALL_MASTER_KEY", keys)));
    }

    private static ServerConfig config(Map<String, String> settings) {
        return new ServerConfig(new FixedConfig(settings));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
