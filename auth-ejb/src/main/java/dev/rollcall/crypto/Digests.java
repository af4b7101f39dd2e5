package dev.rollcall.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** What the formats of other systems are put together from: plain digests, and bytes as texts. */
final class Digests {

    private Digests() {}

    /** The digest of some pieces, one after the other. */
    static byte[] of(String algorithm, byte[]... pieces) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            for (var piece : pieces) {
                digest.update(piece);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    static byte[] of(String algorithm, String text) {
        return of(algorithm, utf8(text));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The bytes of a text in hexadecimal, of either case; empty of any other text. */
    static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a text in base64, of either alphabet; empty of any other text. */
    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
