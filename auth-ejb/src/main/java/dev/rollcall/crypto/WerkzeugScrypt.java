package dev.rollcall.crypto;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** Werkzeug's scrypt: {@code scrypt:32768:8:1$salt$hash}, the salt as it stands and the hash in hexadecimal or base64. */
final class WerkzeugScrypt implements HashFormat {

    /** 128 MiB, four times Werkzeug's default. */
    private static final long MOST_BYTES = 128L << 20;

    private static final int MOST_LANES = 4;
    private static final int HASH_BYTES = 64;
    private static final Pattern FORM = Pattern.compile(
            "\\$?scrypt:([1-9]\\d{0,6}):([1-9]\\d?):([1-9])\\$([^$]{1,128})\\$([A-Za-z0-9+/=_-]{64,128})");

    @Override
    public boolean accepts(String digest) {
        var parts = FORM.matcher(digest);
        return parts.matches() && isAffordable(parts) && hash(parts.group(5)).isPresent();
    }

    @Override
    public boolean matches(String raw, String digest) {
        var parts = FORM.matcher(digest);
        return accepts(digest)
                && parts.matches()
                && MessageDigest.isEqual(
                        hash(parts.group(5)).orElseThrow(),
                        SCrypt.generate(
                                Digests.utf8(raw),
                                Digests.utf8(parts.group(4)),
                                number(parts, 1),
                                number(parts, 2),
                                number(parts, 3),
                                HASH_BYTES));
    }

    private static boolean isAffordable(Matcher parts) {
        int cost = number(parts, 1);
        return cost > 1
                && Integer.bitCount(cost) == 1
                && isScrypt(cost, number(parts, 2))
                && 128L * cost * number(parts, 2) <= MOST_BYTES
                && number(parts, 3) <= MOST_LANES;
    }

    /** Of the smallest blocks there are no more than this (RFC 7914, 6: N is below 2^(128 * r / 8)). */
    private static boolean isScrypt(int cost, int blocks) {
        return Integer.numberOfTrailingZeros(cost) < 16 * blocks;
    }

    private static Optional<byte[]> hash(String text) {
        return Digests.hex(text).or(() -> Digests.base64(text)).filter(hash -> hash.length == HASH_BYTES);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
