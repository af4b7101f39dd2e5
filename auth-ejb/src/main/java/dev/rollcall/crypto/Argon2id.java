package dev.rollcall.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) digests as PHC strings: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
final class Argon2id {

    /** What OWASP asks for at least: 19 MiB, two passes, one lane. */
    private static final Cost COST = new Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** What a digest from elsewhere may cost at most: 128 MiB and ten passes, some ten times our own. */
    private static final Cost MOST = new Cost(131_072, 10, 4);

    /** The digest of what nobody knows. */
    static final String NOBODYS = digest(Secrets.token());

    private record Cost(int memory, int passes, int lanes) {}

    private Argon2id() {}

    /** A digest with a fresh salt. */
    static String digest(String raw) {
        var salt = Secrets.bytes(SALT_BYTES);
        return "$argon2id$v=19$m=" + COST.memory + ",t=" + COST.passes + ",p=" + COST.lanes + "$" + encoded(salt) + "$"
                + encoded(compute(raw, salt, COST, HASH_BYTES));
    }

    /** Whether the text is a digest that does not cost too much to verify. */
    static boolean isAffordable(String digest) {
        var parts = PHC.matcher(digest);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) <= MOST.memory
                && Integer.parseInt(parts.group(2)) <= MOST.passes
                && Integer.parseInt(parts.group(3)) <= MOST.lanes;
    }

    /** Whether the digest is of this password, at the cost that the digest states. */
    static boolean matches(String raw, String digest) {
        var parts = PHC.matcher(digest);
        if (!parts.matches()) {
            return false;
        }
        var cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(
                expected, compute(raw, Base64.getDecoder().decode(parts.group(4)), cost, expected.length));
    }

    private static byte[] compute(String raw, byte[] salt, Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(raw.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
