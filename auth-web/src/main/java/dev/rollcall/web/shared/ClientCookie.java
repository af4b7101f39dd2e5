package dev.rollcall.web.shared;

import dev.rollcall.instance.Instance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The names of the cookie that holds a client's token. Development instances share the cookie jar of {@code localhost}, whatever their port
 * or path, so each has a name of its own beside the plain one and reads its own first.
 */
public final class ClientCookie {

    private static final String NAME = "__client";

    private ClientCookie() {}

    /** The cookie's names, the one that is believed first, first. */
    public static List<String> names(Instance instance) {
        return instance.isDevelopment() ? List.of(NAME + "_" + suffix(instance.publishableKey()), NAME) : List.of(NAME);
    }

    /** The suffix by which the SDKs tell the cookies of several instances apart (protocol §3.3). */
    public static String suffix(String publishableKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(publishableKey.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
