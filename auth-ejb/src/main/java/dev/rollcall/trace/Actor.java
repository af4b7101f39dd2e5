package dev.rollcall.trace;

/**
 * Who does what a thread does, as far as it has been proved.
 *
 * @param type {@code secret_key}, {@code platform_token}, {@code portal}, {@code user}, {@code impersonator}, {@code client},
 *     {@code anonymous}, {@code job} or {@code system}
 * @param id which of them: the id of a key's row, never the key itself; empty for the server and for strangers
 */
public record Actor(String type, String id) {

    /** The server by itself. */
    public static final Actor SYSTEM = new Actor("system", "");

    /** Somebody who has not shown anything yet. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "");

    /** An app's server, by the secret key that it has shown. */
    public static Actor secretKey(String keyId) {
        return new Actor("secret_key", keyId);
    }

    /** An operator, by a platform token. */
    public static Actor platformToken(String tokenId) {
        return new Actor("platform_token", tokenId);
    }

    /** Whoever was handed the webhooks portal of an instance. */
    public static Actor portal(String instanceId) {
        return new Actor("portal", instanceId);
    }

    /** Somebody who is signed in. */
    public static Actor user(String userId) {
        return new Actor("user", userId);
    }

    /** Somebody who acts as the user who is signed in, by the name that the app gave them. */
    public static Actor impersonator(String subject) {
        return new Actor("impersonator", subject);
    }

    /** A browser or a device, signed in or not. */
    public static Actor client(String clientId) {
        return new Actor("client", clientId);
    }

    /** A job of the queue. */
    public static Actor job(String jobId) {
        return new Actor("job", jobId);
    }
}
