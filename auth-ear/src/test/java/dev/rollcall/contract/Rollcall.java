package dev.rollcall.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The running server under test, and what its operator knows of it: the contents of {@code dev.env}. */
public final class Rollcall {

    private static final Properties DEV_ENV = read(home().resolve("dev.env"));
    private static final Tenant STANDARD = tenant(known("CLERK_PUBLISHABLE_KEY"), known("CLERK_SECRET_KEY"));

    private Rollcall() {}

    /** Where the server answers, without a trailing slash. */
    public static String url() {
        return required("rollcall.url").replaceFirst("/$", "");
    }

    /** The folder in which the server keeps what belongs to this installation. */
    public static Path home() {
        return Path.of(required("rollcall.home"));
    }

    /** A line of {@code dev.env}. */
    public static String known(String name) {
        var value = DEV_ENV.getProperty(name);
        if (value == null) {
            throw new AssertionError(name + " is not in dev.env");
        }
        return value.replaceAll("^\"|\"$", "");
    }

    /** The development instance that the server made for itself on its empty database. */
    public static Tenant standard() {
        return STANDARD;
    }

    private static Tenant tenant(String publishableKey, String secretKey) {
        var instanceId = new Backend(secretKey).get("/v1/jwks").ok().text("/keys/0/kid");
        return new Tenant(null, instanceId, publishableKey, secretKey, false, true);
    }

    private static String required(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new AssertionError("The tests of the whole need a running server: set -D" + property);
        }
        return value;
    }

    private static Properties read(Path file) {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("dev.env cannot be read: " + file, e);
        }
        return lines;
    }
}
