package dev.rollcall.crypto;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt digests that came from elsewhere: {@code $2b$10$} and 53 characters. They are verified and never made. Like everybody's bcrypt
 * it looks at 72 bytes of a password, which ends when the digest is upgraded.
 */
final class Bcrypt implements HashFormat {

    static final String MARK = "$2";

    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Where the last letter of the salt stands: behind {@code $2b$10$} and 21 others. */
    private static final int SALT_END = 28;

    /** A cost of 16 is some seconds of a processor. Beyond, a digest would be an attack by whoever gave it to us. */
    private static final String DIGEST = "(\\$2[aby]\\$(?:0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53})";

    static final HashFormat PLAIN = new Bcrypt(DIGEST, (raw, parts) -> raw);

    /** Devise's: a pepper that stands behind the digest was written after the password. */
    static final HashFormat PEPPERED = new Bcrypt(DIGEST + "\\$([^$]{1,255})", (raw, parts) -> raw + parts.group(2));

    /** Django's {@code BCryptSHA256PasswordHasher}: bcrypt of the password's SHA-256 in hexadecimal. */
    static final HashFormat DJANGO =
            new Bcrypt("bcrypt_sha256\\$" + DIGEST, (raw, parts) -> Digests.hex(Digests.of("SHA-256", raw)));

    private interface Preparation {

        String of(String raw, Matcher parts);
    }

    private final Pattern pattern;
    private final Preparation preparation;

    private Bcrypt(String pattern, Preparation preparation) {
        this.pattern = Pattern.compile(pattern);
        this.preparation = preparation;
    }

    @Override
    public boolean accepts(String digest) {
        return pattern.matcher(digest).matches();
    }

    @Override
    public boolean matches(String raw, String digest) {
        var parts = pattern.matcher(digest);
        return parts.matches()
                && OpenBSDBCrypt.checkPassword(canonical(parts.group(1)), characters(preparation.of(raw, parts)));
    }

    /**
     * The same salt and hash as this library spells them. 16 and 23 bytes leave unused bits in their last letters, and some systems fill
     * them: the bytes count, and not the letters.
     */
    private static String canonical(String digest) {
        var letters = new StringBuilder(digest);
        clear(letters, SALT_END, 0b1111);
        clear(letters, digest.length() - 1, 0b11);
        return letters.toString();
    }

    private static void clear(StringBuilder letters, int at, int unusedBits) {
        letters.setCharAt(at, ALPHABET.charAt(ALPHABET.indexOf(letters.charAt(at)) & ~unusedBits));
    }

    /** Half a character, which a request may hold, would be thrown back at us: it becomes a question mark, as in every other format. */
    private static char[] characters(String text) {
        return new String(Digests.utf8(text), StandardCharsets.UTF_8).toCharArray();
    }
}
