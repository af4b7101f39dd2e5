package dev.rollcall.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What this server is told by its environment. An empty variable counts as one that is not set. */
@ApplicationScoped
public class ServerConfig {

    private static final String DEFAULT_PORT = "9080";

    @Inject
    private Config config;

    /** For the container; tests use {@link #ServerConfig(Config)}. */
    public ServerConfig() {}

    /** A server configured by hand. */
    public ServerConfig(Config config) {
        this.config = config;
    }

    /** {@code ROLLCALL_DEV}: somebody develops against this server, so keys are made and written down for them. */
    public boolean isDevelopment() {
        return text("ROLLCALL_DEV").map(Boolean::parseBoolean).orElse(false);
    }

    /** {@code ROLLCALL_HOME}: where this server may keep files of its own. */
    public Path home() {
        return Path.of(text("ROLLCALL_HOME").orElse("rollcall-home"))
                .toAbsolutePath()
                .normalize();
    }

    /** {@code ROLLCALL_PUBLIC_URL}: where browsers reach this server, without a trailing slash; by default on this machine. */
    public String publicUrl() {
        var url = text("ROLLCALL_PUBLIC_URL")
                .orElseGet(() -> "http://localhost:" + text("HTTP_PORT").orElse(DEFAULT_PORT));
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** {@code ROLLCALL_MASTER_KEY}: the key-encryption keys, base64; the first seals, all of them open. */
    public Optional<String> masterKey() {
        return text("ROLLCALL_MASTER_KEY");
    }

    /** {@code ROLLCALL_PLATFORM_TOKEN}: an operator's token for the Platform API, accepted from the first start on. */
    public Optional<String> platformToken() {
        return text("ROLLCALL_PLATFORM_TOKEN");
    }

    /**
     * {@code ROLLCALL_NPM_CDN}: where browsers find the component bundles that this server does not have, without a trailing
     * slash.
     */
    public Optional<String> npmCdn() {
        return text("ROLLCALL_NPM_CDN");
    }

    /**
     * Any other variable, for the feature that names and explains it. Each may instead be in a file, which {@code <name>_FILE} names, as
     * orchestrators hand out secrets; a file that is named and cannot be read stops the server.
     */
    public Optional<String> text(String name) {
        return given(name).or(() -> given(name + "_FILE").flatMap(file -> content(name, file)));
    }

    private Optional<String> given(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static Optional<String> content(String name, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip()).filter(t -> !t.isEmpty());
        } catch (IOException | InvalidPathException e) {
            throw new IllegalStateException(name + "_FILE names a file that cannot be read: " + file, e);
        }
    }

    /** A variable that is a whole number. One that is not stops the server: it was meant to say something. */
    public int number(String name, int otherwise) {
        return text(name).map(value -> parsed(name, value)).orElse(otherwise);
    }

    /** A variable that is a duration as ISO 8601 writes it, for example {@code P30D}. One that is not stops the server. */
    public Duration duration(String name, Duration otherwise) {
        return text(name).map(value -> parsedDuration(name, value)).orElse(otherwise);
    }

    private static Duration parsedDuration(String name, String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(name + " must be a duration such as P30D or PT12H.", e);
        }
    }

    private static int parsed(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(name + " must be a whole number.", e);
        }
    }
}
