package dev.rollcall.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One instance of the server under test, with its keys.
 *
 * @param applicationId null for the standard instance, which no test changes
 * @param standard whether it is the one that the server made for itself, which needs no path of its own
 */
public record Tenant(
        String applicationId,
        String instanceId,
        String publishableKey,
        String secretKey,
        boolean production,
        boolean standard) {

    /** The host that the publishable key encodes. */
    public String host() {
        var encoded = publishableKey.substring(publishableKey.lastIndexOf('_') + 1);
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).replaceFirst("\\$$", "");
    }

    /** Where its Frontend API answers: a further development instance has a path of its own, a production instance its host. */
    public String base() {
        return Rollcall.url() + (standard || production ? "" : "/" + host().substring(0, host().indexOf('.')));
    }

    /** The app's own domain; production only. */
    public String domain() {
        return host().substring("clerk.".length());
    }

    /** A request to its Frontend API. */
    HttpRequest.Builder request(String pathAndQuery) {
        var request = HttpRequest.newBuilder(URI.create(base() + pathAndQuery));
        return production ? request.header("Host", host()).header("X-Forwarded-Proto", "https") : request;
    }

    /** Its Backend API, asked with its secret key. */
    public Backend backend() {
        return new Backend(secretKey);
    }

    /** A browser that has never been here. */
    public Browser browser() {
        return new Browser(this);
    }

    /** A number that nobody has used yet; it looks like one of New Jersey. */
    public static String freshPhone() {
        var random = ThreadLocalRandom.current();
        return "+1201" + random.nextInt(220, 900) + random.nextInt(1000, 10000);
    }

    /** An address that nobody has used yet. */
    public static String freshEmail() {
        return "person-" + UUID.randomUUID() + "@example.com";
    }
}
