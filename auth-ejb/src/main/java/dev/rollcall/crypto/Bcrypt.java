package dev.rollcall.crypto;

import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt digests that came from elsewhere: {@code $2b$10$} and 53 characters. They are verified and never made. Like everybody's bcrypt
 * it looks at 72 bytes of a password, which ends when the digest is upgraded.
 */
final class Bcrypt {

    static final String MARK = "$2";

    /** A cost of 16 is some seconds of a processor. Beyond, a digest would be an attack by whoever gave it to us. */
    private static final Pattern DIGEST = Pattern.compile("\\$2[aby]\\$(?:0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private Bcrypt() {}

    static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    static boolean matches(String raw, String digest) {
        return isDigest(digest) && OpenBSDBCrypt.checkPassword(digest, raw.toCharArray());
    }
}
