package dev.rollcall.crypto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of password digests that this server verifies. What is not our own kind is replaced at the next sign-in. */
public enum PasswordHash {
    ARGON2ID,
    BCRYPT;

    /** The name in {@code password_hasher}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<PasswordHash> ofWire(String wire) {
        return Arrays.stream(values()).filter(h -> h.wire().equals(wire)).findFirst();
    }

    /** The kind of a digest that is stored. */
    public static PasswordHash of(String digest) {
        return digest.startsWith(Bcrypt.MARK) ? BCRYPT : ARGON2ID;
    }

    /** Whether the text is a digest of this kind, at a cost that we are willing to pay at every sign-in. */
    public boolean accepts(String digest) {
        return switch (this) {
            case ARGON2ID -> Argon2id.isAffordable(digest);
            case BCRYPT -> Bcrypt.isDigest(digest);
        };
    }
}
