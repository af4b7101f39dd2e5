package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.crypto.FixedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {

    private static final Map<String, String> GOOD = Map.of(
            "ROLLCALL_MASTER_KEY", "3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
            "ROLLCALL_PLATFORM_TOKEN", "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "KEYSTORE_PASSWORD", "Wq7-long-and-own",
            "DB_URL", "jdbc:postgresql://db.internal:5432/rollcall",
            "DB_PASSWORD", "Zx9-long-and-own",
            "METRICS_PASSWORD", "Mn4-long-and-own");

    @Test
    void goodSecretsStart() {
        assertThat(StartCheck.trouble(with("HTTP_PORT", "80"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1} keeps a server from starting")
    @CsvSource({
        "ROLLCALL_MASTER_KEY, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "ROLLCALL_MASTER_KEY, MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "ROLLCALL_PLATFORM_TOKEN, plapi_short",
        "ROLLCALL_PLATFORM_TOKEN, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "KEYSTORE_PASSWORD, changeit",
        "KEYSTORE_PASSWORD, ''",
        "DB_PASSWORD, rollcall",
        "DB_PASSWORD, Postgres",
        "METRICS_PASSWORD, metrics",
        "METRICS_PASSWORD, short",
    })
    void aDefaultOrAGuessKeepsAServerFromStarting(String variable, String value) {
        var trouble = StartCheck.trouble(with(variable, value)).orElseThrow();
        assertThat(trouble).contains(variable);
        assertThat(value.isEmpty() || value.equals("metrics") || value.equals("rollcall") || !trouble.contains(value))
                .as("the sentence does not repeat the secret")
                .isTrue();
        assertThat(StartCheck.trouble(
                        new ServerConfig(new FixedConfig(Map.of(variable, value, "ROLLCALL_DEV", "true")))))
                .as("all will do in development")
                .isEmpty();
    }

    @Test
    void aServerBehindAProxyNeedsNoKeyStore() {
        var behind = new HashMap<>(GOOD);
        behind.put("KEYSTORE_PASSWORD", "");
        behind.put("HTTPS_PORT", "-1");
        assertThat(StartCheck.trouble(new ServerConfig(new FixedConfig(behind))))
                .isEmpty();
    }

    @Test
    void aDatabaseOnThisMachineMayHaveAnyPassword() {
        var local = new HashMap<>(GOOD);
        local.put("DB_PASSWORD", "rollcall");
        local.put("DB_URL", "jdbc:postgresql://127.0.0.1:5432/rollcall");
        assertThat(StartCheck.trouble(new ServerConfig(new FixedConfig(local)))).isEmpty();
    }

    @Test
    void everySecretMayComeInAFile(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("token"), "  from-a-file\n");
        var config = new ServerConfig(new FixedConfig(Map.of(
                "ROLLCALL_PLATFORM_TOKEN_FILE",
                file.toString(),
                "ROLLCALL_SMTP_PASSWORD",
                "given",
                "ROLLCALL_SMTP_PASSWORD_FILE",
                file.toString())));
        assertThat(config.platformToken()).contains("from-a-file");
        assertThat(config.text("ROLLCALL_SMTP_PASSWORD"))
                .as("the variable itself goes first")
                .contains("given");
        var lost = new ServerConfig(new FixedConfig(Map.of("ROLLCALL_SMTP_PASSWORD_FILE", "/nowhere/at/all")));
        assertThatThrownBy(() -> lost.text("ROLLCALL_SMTP_PASSWORD"))
                .hasMessageContaining("ROLLCALL_SMTP_PASSWORD_FILE")
                .hasMessageContaining("/nowhere/at/all");
    }

    private static ServerConfig with(String variable, String value) {
        var values = new HashMap<>(GOOD);
        values.put(variable, value);
        return new ServerConfig(new FixedConfig(values));
    }
}
