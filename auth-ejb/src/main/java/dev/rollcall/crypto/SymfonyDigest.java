package dev.rollcall.crypto;

import java.security.MessageDigest;
import java.util.regex.Pattern;

/** Symfony's former {@code MessageDigestPasswordEncoder} with SHA-512: {@code sha512_symfony$iterations$salt$base64}. */
final class SymfonyDigest implements HashFormat {

    /** A second of a processor; Symfony's default is 5000. */
    private static final int MOST_ROUNDS = 1_000_000;

    private static final Pattern FORM =
            Pattern.compile("sha512_symfony\\$([1-9]\\d{0,6})\\$([^${}]{1,128})\\$([A-Za-z0-9+/]{86}==)");

    @Override
    public boolean accepts(String digest) {
        var parts = FORM.matcher(digest);
        return parts.matches() && Integer.parseInt(parts.group(1)) <= MOST_ROUNDS;
    }

    @Override
    public boolean matches(String raw, String digest) {
        var parts = FORM.matcher(digest);
        if (!accepts(digest) || !parts.matches()) {
            return false;
        }
        var salted = Digests.utf8(raw + "{" + parts.group(2) + "}");
        var hash = Digests.of("SHA-512", salted);
        for (int round = Integer.parseInt(parts.group(1)); round > 1; round--) {
            hash = Digests.of("SHA-512", hash, salted);
        }
        return MessageDigest.isEqual(Digests.base64(parts.group(3)).orElseThrow(), hash);
    }
}
