package dev.rollcall.crypto;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.Stream;

/**
 * How a password is spelled. Keyboards write one letter in several ways, an {@code é} as one character or as an {@code e} and its accent, and
 * nobody sees the difference: passwords are made and compared in one form (RFC 8265 §4.2.2).
 */
public final class Spelling {

    private Spelling() {}

    /** The password in the composed form (NFC). */
    public static String one(String raw) {
        return Normalizer.normalize(raw, Form.NFC);
    }

    /** Whether two are the same password. */
    public static boolean same(String one, String other) {
        return one(one).equals(one(other));
    }

    /** All forms in which a digest may have been made: composed and decomposed, alike for most passwords. */
    static Stream<String> all(String raw) {
        return Stream.of(one(raw), Normalizer.normalize(raw, Form.NFD));
    }
}
