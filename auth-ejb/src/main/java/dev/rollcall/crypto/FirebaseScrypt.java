package dev.rollcall.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.util.Arrays;

/**
 * Firebase's scrypt: the project's signer key, encrypted under what scrypt makes of the password. Six parts between dollar signs: hash,
 * salt, signer key, salt separator (all base64), rounds and memory cost.
 */
final class FirebaseScrypt implements HashFormat {

    /** 128 MiB; projects have 16. */
    private static final long MOST_BYTES = 128L << 20;

    private static final int MOST_MEMORY_COST = 20;
    private static final int MOST_ROUNDS = 32;
    private static final int MOST_KEY = 128;
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;

    private record Parts(byte[] hash, byte[] salt, byte[] signerKey, int rounds, int memoryCost) {}

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

    private static Optional<Parts> parts(String digest) {
        var texts = digest.split("\\$", -1);
        if (texts.length != 6 || !isCost(texts[4], MOST_ROUNDS) || !isCost(texts[5], MOST_MEMORY_COST)) {
            return Optional.empty();
        }
        var hash = Digests.base64(texts[0]);
        var salt = Digests.base64(texts[1]);
        var key = Digests.base64(texts[2]);
        var separator = Digests.base64(texts[3]);
        if (hash.isEmpty() || salt.isEmpty() || key.isEmpty() || separator.isEmpty()) {
            return Optional.empty();
        }
        var parts = new Parts(
                hash.get(),
                Arrays.concatenate(salt.get(), separator.get()),
                key.get(),
                Integer.parseInt(texts[4]),
                Integer.parseInt(texts[5]));
        return Optional.of(parts).filter(FirebaseScrypt::isAffordable);
    }

    private static boolean isCost(String text, int most) {
        return text.matches("[1-9]\\d?") && Integer.parseInt(text) <= most;
    }

    private static boolean isAffordable(Parts parts) {
        return parts.hash.length == parts.signerKey.length
                && parts.hash.length >= KEY_BYTES
                && parts.hash.length <= MOST_KEY
                && parts.salt.length <= MOST_KEY
                && isScrypt(parts.memoryCost, parts.rounds)
                && 128L * parts.rounds << parts.memoryCost <= MOST_BYTES;
    }

    /** Of the smallest blocks there are no more than this (RFC 7914, 6: N is below 2^(128 * r / 8)). */
    private static boolean isScrypt(int memoryCost, int blocks) {
        return memoryCost < 16 * blocks;
    }

    private static byte[] computed(String raw, Parts parts) {
        var derived = SCrypt.generate(Digests.utf8(raw), parts.salt, 1 << parts.memoryCost, parts.rounds, 1, 64);
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Arrays.copyOf(derived, KEY_BYTES), "AES"),
                    new IvParameterSpec(new byte[IV_BYTES])); // the key is never used twice
            return cipher.doFinal(parts.signerKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }
}
