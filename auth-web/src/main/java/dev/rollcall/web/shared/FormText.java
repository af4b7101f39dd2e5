package dev.rollcall.web.shared;

import dev.rollcall.error.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code a=1&b=2} strictly: a broken percent escape or bytes that are not UTF-8 are refused instead of turned into
 * question marks, so that two different texts never become the same identifier.
 */
final class FormText {

    private static final int MAX_FIELDS = 1000;

    private FormText() {}

    /** The fields in order of appearance; {@code malformed} is what a text that cannot be read is refused with. */
    static Map<String, List<String>> parse(String text, Problem malformed) {
        var fields = new LinkedHashMap<String, List<String>>();
        if (text == null || text.isEmpty()) {
            return fields;
        }
        int count = 0;
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX_FIELDS) {
                throw malformed.refusal();
            }
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals), true, malformed);
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1), true, malformed);
            fields.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
        }
        return fields;
    }

    /** The text with its percent escapes undone. */
    static String decode(String text, boolean plusIsBlank, Problem malformed) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == '%') {
                bytes.write(escaped(raw, at, malformed));
                at += 2;
            } else {
                bytes.write(raw[at] == '+' && plusIsBlank ? ' ' : raw[at]);
            }
        }
        return utf8(bytes.toByteArray(), malformed);
    }

    /** The bytes as text, which must be UTF-8. */
    static String utf8(byte[] bytes, Problem malformed) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed.refusal();
        }
    }

    private static int escaped(byte[] raw, int at, Problem malformed) {
        int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
        int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed.refusal();
        }
        return high << 4 | low;
    }
}
