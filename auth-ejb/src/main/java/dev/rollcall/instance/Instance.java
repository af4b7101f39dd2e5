package dev.rollcall.instance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * One tenant, with all of its settings, as cached on this node.
 *
 * @param slug the label of a development host and the path prefix under which an instance is reached on a shared port
 * @param frontendHost the host that the publishable key encodes; the issuer of its session tokens
 * @param baseUrl where its Frontend API is reached from outside, without a trailing slash; never taken from a request
 * @param domain the app's own domain; null for development
 * @param images the application's own
 * @param settingsVersion grows with every change of the settings
 * @param ahead how far its test clock is ahead of the world; zero without one
 */
public record Instance(
        String id,
        String applicationId,
        String applicationName,
        EnvironmentType type,
        String slug,
        String frontendHost,
        String baseUrl,
        String domain,
        String publishableKey,
        Images images,
        InstanceSettings settings,
        long settingsVersion,
        Duration ahead) {

    /** The ids of an application's images; null where there is none. */
    public record Images(String logo, String favicon) {

        static final Images NONE = new Images(null, null);
    }

    private static final int SUFFIX_LENGTH = 8;

    /** An instance of an application without images, in the world's time. */
    public Instance(
            String id,
            String applicationId,
            String applicationName,
            EnvironmentType type,
            String slug,
            String frontendHost,
            String baseUrl,
            String domain,
            String publishableKey,
            InstanceSettings settings,
            long settingsVersion) {
        this(
                id,
                applicationId,
                applicationName,
                type,
                slug,
                frontendHost,
                baseUrl,
                domain,
                publishableKey,
                Images.NONE,
                settings,
                settingsVersion,
                Duration.ZERO);
    }

    public boolean isDevelopment() {
        return type == EnvironmentType.DEVELOPMENT;
    }

    /** The {@code iss} of its tokens: always the key's host, also behind a proxy. */
    public String issuer() {
        return "https://" + frontendHost;
    }

    /** What people know the application as: the name set for display, else the application's own. */
    public String shownName() {
        var name = settings.display().applicationName();
        return name.isEmpty() ? applicationName : name;
    }

    /** The URL of the logo that is set for display, else of the application's own; empty without one. */
    public String logoImageUrl() {
        return imageUrl(settings.display().logoImageUrl(), images.logo());
    }

    /** The same of the favicon. */
    public String faviconImageUrl() {
        return imageUrl(settings.display().faviconImageUrl(), images.favicon());
    }

    private String imageUrl(String set, String imageId) {
        return set.isEmpty() && imageId != null ? baseUrl + "/v1/images/" + applicationId + "/" + imageId : set;
    }

    /**
     * What the names of its cookies end in, so that several instances get along on one host: the first eight characters of the
     * publishable key's SHA-1, base64url, as SDKs compute it too. It is a name, not a protection.
     */
    public String cookieSuffix() {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(publishableKey.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, SUFFIX_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
