package dev.rollcall.factor;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Base32 as RFC 4648 has it, without padding: how authenticator apps write their secrets. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte b : bytes) {
            buffer = buffer << Byte.SIZE | b & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(buffer >> held & 31));
            }
        }
        return held == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << BITS - held & 31)).toString();
    }

    /** The bytes, whatever the case and however it is grouped and padded; empty if it is none. */
    static Optional<byte[]> decode(String text) {
        var letters = text.replaceAll("[\\s-]|=+$", "").toUpperCase(Locale.ROOT);
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (int i = 0; i < letters.length(); i++) {
            int value = ALPHABET.indexOf(letters.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << BITS | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >> held);
            }
        }
        return Optional.of(bytes.toByteArray());
    }
}
