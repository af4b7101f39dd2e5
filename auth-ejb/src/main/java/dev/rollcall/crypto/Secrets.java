package dev.rollcall.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Makes and compares opaque secrets. A secret is handed out once; what is stored is its hash. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 43; // 62^43 is just above 2^256
    private static final int CODES = 1_000_000;

    private Secrets() {}

    /** A fresh secret of 256 bits: letters and digits only, so that it is safe in URLs, cookies and shells. */
    public static String token() {
        return text(LETTERS, LENGTH);
    }

    /** A fresh text of so many of these letters. */
    public static String text(String letters, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** A fresh code of six digits, for a person to type. */
    public static String code() {
        return String.format("%06d", RANDOM.nextInt(CODES));
    }

    /** What is stored of a secret: its SHA-256, base64url. Only for secrets too long to guess; codes are kept as a keyed MAC. */
    public static String hash(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(token));
    }

    /** The SHA-1 of a text in hexadecimal, capital letters: what services that know stolen passwords go by, and good for nothing else. */
    public static String sha1(String text) {
        return Digests.hex(Digests.of("SHA-1", text)).toUpperCase(Locale.ROOT);
    }

    /** Whether two secrets are the same, in a time that tells nothing about where they differ. */
    public static boolean same(String a, String b) {
        return a != null
                && b != null
                && MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** Fresh random bytes. */
    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
