package dev.rollcall.crypto;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Openwall's portable hashes for PHP: {@code $P$}, a character for the rounds, eight of salt, and an MD5 in their own base64. */
final class Phpass implements HashFormat {

    private static final String LETTERS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM =
            Pattern.compile("\\$[PH]\\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})");
    private static final int FEWEST = 7; // what phpass itself allows, as powers of two
    private static final int MOST = 20;

    static final HashFormat PLAIN = new Phpass(raw -> raw);

    /** What systems did to bare MD5 digests that they had: phpass of the digest in lower-case hexadecimal. */
    static final HashFormat OF_MD5 = new Phpass(raw -> Digests.hex(Digests.of("MD5", raw)));

    private final UnaryOperator<String> preparation;

    private Phpass(UnaryOperator<String> preparation) {
        this.preparation = preparation;
    }

    @Override
    public boolean accepts(String digest) {
        var parts = FORM.matcher(digest);
        return parts.matches() && rounds(parts.group(1)) >= FEWEST && rounds(parts.group(1)) <= MOST;
    }

    @Override
    public boolean matches(String raw, String digest) {
        var parts = FORM.matcher(digest);
        if (!accepts(digest) || !parts.matches()) {
            return false;
        }
        var password = Digests.utf8(preparation.apply(raw));
        var hash = Digests.of("MD5", Digests.utf8(parts.group(2)), password);
        for (int round = 1 << rounds(parts.group(1)); round > 0; round--) {
            hash = Digests.of("MD5", hash, password);
        }
        return Secrets.same(parts.group(3), encoded(hash));
    }

    private static int rounds(String letter) {
        return LETTERS.indexOf(letter);
    }

    /** Six bits a letter, the lowest first. */
    private static String encoded(byte[] hash) {
        var text = new StringBuilder();
        for (int i = 0; i < hash.length; i += 3) {
            int value = hash[i] & 0xff;
            value |= i + 1 < hash.length ? (hash[i + 1] & 0xff) << 8 : 0;
            value |= i + 2 < hash.length ? (hash[i + 2] & 0xff) << 16 : 0;
            int letters = Math.min(4, (hash.length - i) * 8 / 6 + 1);
            for (int letter = 0; letter < letters; letter++) {
                text.append(LETTERS.charAt(value >> 6 * letter & 0x3f));
            }
        }
        return text.toString();
    }
}
