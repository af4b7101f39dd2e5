package dev.rollcall.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentKeysTest {

    private static final DevelopmentKeys KEYS = new DevelopmentKeys("pk_test_a=", "sk_test_b", "plapi_c");

    @Test
    void theFileHoldsWhatSdksReadAndIsForItsOwnerAlone(@TempDir Path home) throws Exception {
        var file = KEYS.writeTo(home.resolve("new"), "http://localhost:9080");

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "CLERK_PUBLISHABLE_KEY=pk_test_a=",
                        "CLERK_SECRET_KEY=sk_test_b",
                        "CLERK_API_URL=http://localhost:9080",
                        "CLERK_PROXY_URL=http://localhost:9080",
                        "ROLLCALL_PLATFORM_TOKEN=plapi_c");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent())
                .as("nothing is left lying about")
                .isDirectoryContaining(file::equals)
                .isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aFileThatOthersCouldReadIsReplacedByOneTheyCannot(@TempDir Path home) throws Exception {
        var file = Files.writeString(home.resolve("dev.env"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        KEYS.writeTo(home, "http://localhost:9080");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLogLineShowsNoSecret() {
        assertThat(KEYS).hasToString("DevelopmentKeys[pk_test_a=]");
    }
}
