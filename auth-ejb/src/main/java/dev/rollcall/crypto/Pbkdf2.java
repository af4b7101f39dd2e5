package dev.rollcall.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 (RFC 8018) as other systems write it down: a name, the rounds, the salt and the hash between dollar signs. */
final class Pbkdf2 implements HashFormat {

    /** Three times what anybody recommends; some seconds of a processor. A hash that is longer than a MAC takes them for each MAC in it. */
    private static final int MOST_ROUNDS = 3_000_000;

    private static final int SHORTEST = 16;
    private static final int LONGEST = 1023;
    private static final String FORM = "\\$([1-9]\\d{0,6})\\$([^$]{1,256})\\$([A-Za-z0-9+/=_-]{1,2046})";

    /** A length may follow, which the hash has anyway; a salt that is not hexadecimal is meant as it stands. */
    static final HashFormat SHA1 = new Pbkdf2(
            "HmacSHA1",
            20,
            "pbkdf2_sha1" + FORM + "(?:\\$(\\d{1,4}))?",
            salt -> Digests.hex(salt).or(() -> Optional.of(Digests.utf8(salt))),
            Digests::hex);

    static final HashFormat SHA256 =
            new Pbkdf2("HmacSHA256", 32, "pbkdf2_sha256" + FORM, Digests::base64, Digests::base64);
    static final HashFormat SHA256_DJANGO = new Pbkdf2(
            "HmacSHA256", 32, "pbkdf2_sha256" + FORM, salt -> Optional.of(Digests.utf8(salt)), Digests::base64);
    static final HashFormat SHA512 =
            new Pbkdf2("HmacSHA512", 64, "pbkdf2_sha512" + FORM, salt -> Optional.of(Digests.utf8(salt)), Digests::hex);
    static final HashFormat SHA512_HEX =
            new Pbkdf2("HmacSHA512", 64, "pbkdf2_sha512_hex" + FORM, Digests::hex, Digests::hex);

    private record Parts(int rounds, byte[] salt, byte[] hash) {}

    private final String mac;
    private final int macBytes;
    private final Pattern pattern;
    private final Function<String, Optional<byte[]>> salts;
    private final Function<String, Optional<byte[]>> hashes;

    private Pbkdf2(
            String mac,
            int macBytes,
            String pattern,
            Function<String, Optional<byte[]>> salts,
            Function<String, Optional<byte[]>> hashes) {
        this.mac = mac;
        this.macBytes = macBytes;
        this.pattern = Pattern.compile(pattern);
        this.salts = salts;
        this.hashes = hashes;
    }

    @Override
    public boolean accepts(String digest) {
        return parts(digest).isPresent();
    }

    @Override
    public boolean matches(String raw, String digest) {
        return parts(digest)
                .filter(parts -> MessageDigest.isEqual(parts.hash, computed(raw, parts)))
                .isPresent();
    }

    private Optional<Parts> parts(String digest) {
        var matcher = pattern.matcher(digest);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var salt = salts.apply(matcher.group(2)).filter(s -> s.length > 0);
        var hash = hashes.apply(matcher.group(3))
                .filter(h -> h.length >= SHORTEST && h.length <= LONGEST && hasLength(matcher, h.length));
        return salt.flatMap(s -> hash.map(h -> new Parts(Integer.parseInt(matcher.group(1)), s, h)))
                .filter(this::isAffordable);
    }

    private boolean isAffordable(Parts parts) {
        return (long) parts.rounds * ((parts.hash.length + macBytes - 1) / macBytes) <= MOST_ROUNDS;
    }

    private static boolean hasLength(Matcher parts, int length) {
        return parts.groupCount() < 4 || parts.group(4) == null || Integer.parseInt(parts.group(4)) == length;
    }

    private byte[] computed(String raw, Parts parts) {
        try {
            var key = new PBEKeySpec(raw.toCharArray(), parts.salt, parts.rounds, parts.hash.length * 8);
            return SecretKeyFactory.getInstance("PBKDF2With" + mac)
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }
}
