package dev.rollcall.crypto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of password digests that this server verifies, by their names in {@code password_hasher}. What is not our own kind is
 * replaced at the next sign-in. Digests that do not say of what kind they are, are stored behind the kind's name in braces.
 */
public enum PasswordHash {
    ARGON2ID(Argon2.ID),
    ARGON2I(Argon2.I),
    BCRYPT(Bcrypt.PLAIN),
    BCRYPT_PEPPERED(Bcrypt.PEPPERED),
    BCRYPT_SHA256_DJANGO(Bcrypt.DJANGO),
    MD5(BareDigest.MD5),
    MD5_PHPASS(Phpass.OF_MD5),
    PHPASS(Phpass.PLAIN),
    PBKDF2_SHA1(Pbkdf2.SHA1),
    PBKDF2_SHA256(Pbkdf2.SHA256),
    PBKDF2_SHA256_DJANGO(Pbkdf2.SHA256_DJANGO),
    PBKDF2_SHA512(Pbkdf2.SHA512),
    PBKDF2_SHA512_HEX(Pbkdf2.SHA512_HEX),
    SCRYPT_FIREBASE(new FirebaseScrypt()),
    SCRYPT_WERKZEUG(new WerkzeugScrypt()),
    SHA256(BareDigest.SHA256),
    SHA512_SYMFONY(new SymfonyDigest()),
    LDAP_SSHA(new SaltedSha1());

    private final HashFormat format;

    PasswordHash(HashFormat format) {
        this.format = format;
    }

    /** The name in {@code password_hasher}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<PasswordHash> ofWire(String wire) {
        return Arrays.stream(values()).filter(h -> h.wire().equals(wire)).findFirst();
    }

    /** The kind of a digest that is stored. */
    public static PasswordHash of(String stored) {
        if (stored.startsWith("{")) {
            return ofWire(stored.substring(1, stored.indexOf('}')))
                    .orElseThrow(() -> new IllegalStateException("a stored digest is of no kind that we know"));
        }
        return stored.startsWith(Bcrypt.MARK) ? BCRYPT : stored.startsWith("$argon2i$") ? ARGON2I : ARGON2ID;
    }

    /** The digest itself of what is stored. */
    public static String bare(String stored) {
        return stored.startsWith("{") ? stored.substring(stored.indexOf('}') + 1) : stored;
    }

    /** What is stored of a digest of this kind. */
    public String stored(String digest) {
        return switch (this) {
            case ARGON2ID, ARGON2I, BCRYPT -> digest;
            default -> "{" + wire() + "}" + digest;
        };
    }

    /** Whether the text is a digest of this kind, at a cost that we are willing to pay at every sign-in. */
    public boolean accepts(String digest) {
        return format.accepts(digest);
    }

    boolean matches(String raw, String digest) {
        return format.matches(raw, digest);
    }
}
