package dev.rollcall.instance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where an instance is found. Development instances live under a host label that clients recognise as one of theirs and never
 * look up, because they are pointed at this server by URL; production instances live on the app's own domain.
 */
record InstanceAddress(EnvironmentType type, String slug, String domain) {

    private static final String DEVELOPMENT_SUFFIX = ".clerk.accounts.dev";

    String frontendHost() {
        return type == EnvironmentType.PRODUCTION ? "clerk." + domain : slug + DEVELOPMENT_SUFFIX;
    }

    /** The publishable key: the host, with an end mark, in standard base64. */
    String publishableKey() {
        var host = (frontendHost() + "$").getBytes(StandardCharsets.US_ASCII);
        return (type == EnvironmentType.PRODUCTION ? "pk_live_" : "pk_test_")
                + Base64.getEncoder().encodeToString(host);
    }

    /** What its secret keys begin with. */
    String secretKeyPrefix() {
        return type == EnvironmentType.PRODUCTION ? "sk_live_" : "sk_test_";
    }

    /** Where its Frontend API is reached from outside. */
    String baseUrl(String publicUrl, boolean standard) {
        if (type == EnvironmentType.PRODUCTION) {
            return "https://" + frontendHost();
        }
        return standard ? publicUrl : publicUrl + "/" + slug;
    }
}
