package dev.rollcall.config;

import java.net.URI;
import java.util.Base64;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps a server from starting on secrets that everybody knows, or that are none. Where somebody develops, on their own machine, all of them
 * will do.
 */
public final class StartCheck {

    private static final int SHORTEST_TOKEN = 32;
    private static final int SHORTEST_PASSWORD = 12;

    /** Of 32 random bytes, fewer are equal to each other than once in more servers than there will ever be. */
    private static final int FEWEST_BYTES = 16;

    private static final int FEWEST_CHARACTERS = 10;
    private static final Set<String> KNOWN = Set.of(
            "admin",
            "changeit",
            "changeme",
            "clerk",
            "metrics",
            "passw0rd",
            "password",
            "postgres",
            "rollcall",
            "secret");

    private final ServerConfig config;

    private StartCheck(ServerConfig config) {
        this.config = config;
    }

    /** What is wrong with the secrets of this server, in a sentence that names the variable and not the secret; empty if nothing is. */
    public static Optional<String> trouble(ServerConfig config) {
        return config.isDevelopment() ? Optional.empty() : new StartCheck(config).trouble();
    }

    private Optional<String> trouble() {
        return Stream.of(masterKey(), platformToken(), keystore(), database(), metrics())
                .flatMap(Optional::stream)
                .findFirst()
                .map(trouble -> "Rollcall does not start: " + trouble + " (ROLLCALL_DEV is not set.)");
    }

    private Optional<String> masterKey() {
        return config.masterKey()
                .filter(keys -> Stream.of(keys.split("[\\s,]+"))
                        .filter(key -> !key.isEmpty())
                        .anyMatch(StartCheck::isMadeUp))
                .map(keys ->
                        "ROLLCALL_MASTER_KEY holds a key that is not random. Make one with: openssl rand -base64 32.");
    }

    /** One that is not base64 at all is refused where it is read. */
    private static boolean isMadeUp(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key);
            var distinct = new BitSet();
            boolean printable = true;
            for (byte b : bytes) {
                distinct.set(b & 0xff);
                printable &= b >= ' ' && b < 0x7f;
            }
            return distinct.cardinality() < FEWEST_BYTES || printable;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> platformToken() {
        return config.platformToken()
                .filter(token -> token.length() < SHORTEST_TOKEN
                        || token.chars().distinct().count() < FEWEST_CHARACTERS)
                .map(token -> "ROLLCALL_PLATFORM_TOKEN is too easily guessed: it needs " + SHORTEST_TOKEN
                        + " random characters. Make one with: openssl rand -hex 32.");
    }

    /** Liberty's own default opens the private key of the server's certificate for whoever gets hold of the file. */
    private Optional<String> keystore() {
        boolean https = !config.text("HTTPS_PORT").orElse("9443").startsWith("-");
        var password = config.text("KEYSTORE_PASSWORD").orElse("changeit");
        return https && isKnown(password)
                ? Optional.of(
                        "KEYSTORE_PASSWORD is not set, or to a word that everybody knows. Set it, or HTTPS_PORT=-1"
                                + " where a proxy speaks TLS.")
                : Optional.empty();
    }

    private Optional<String> database() {
        return config.text("DB_PASSWORD")
                .filter(password ->
                        isKnown(password) && !isLocal(config.text("DB_URL").orElse("")))
                .map(password -> "DB_PASSWORD is a word that everybody knows, and the database is on another machine.");
    }

    private Optional<String> metrics() {
        return config.text("METRICS_PASSWORD")
                .filter(password -> password.length() < SHORTEST_PASSWORD || isKnown(password))
                .map(password ->
                        "METRICS_PASSWORD is too easily guessed: it needs " + SHORTEST_PASSWORD + " characters.");
    }

    private static boolean isKnown(String password) {
        return KNOWN.contains(password.toLowerCase(Locale.ROOT));
    }

    private static boolean isLocal(String jdbcUrl) {
        try {
            var host = URI.create(jdbcUrl.replaceFirst("^jdbc:", "")).getHost();
            return host == null || Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
