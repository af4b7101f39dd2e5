package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578). Read here, because bodies are small, already bounded and in
 * memory, and a malformed one must be refused by us and not by the server.
 */
final class Multipart {

    private static final int MAX_PARTS = 100;
    private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\bfilename\\*?=");

    private final List<Part> parts;

    private Multipart(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(String name, boolean file, Optional<String> contentType, byte[] content) {}

    static Multipart read(MediaType type, byte[] body) {
        var boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw malformed();
        }
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = new byte[body.length + 2]; // the first delimiter has no line before it
        text[0] = '\r';
        text[1] = '\n';
        System.arraycopy(body, 0, text, 2, body.length);
        var parts = new ArrayList<Part>();
        int at = indexOf(text, delimiter, 0);
        while (at >= 0) {
            int start = at + delimiter.length;
            if (startsWith(text, start, "--")) {
                return new Multipart(parts);
            }
            at = indexOf(text, delimiter, start);
            if (at < 0 || parts.size() == MAX_PARTS) {
                throw malformed();
            }
            parts.add(part(Arrays.copyOfRange(text, start, at)));
        }
        throw malformed();
    }

    /** The fields that are texts, in order. */
    Map<String, List<String>> texts() {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            if (!part.file()) {
                var value = FormText.utf8(part.content(), CommonProblem.REQUEST_BODY_INVALID);
                fields.computeIfAbsent(part.name(), n -> new ArrayList<>(1)).add(value);
            }
        }
        return fields;
    }

    /** The file of this field. */
    Optional<Upload> file(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> new Upload(part.contentType().orElse(MediaType.APPLICATION_OCTET_STREAM), part.content()));
    }

    private static Part part(byte[] raw) {
        int end = indexOf(raw, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), 0);
        if (end < 0) {
            throw malformed();
        }
        var head = FormText.utf8(Arrays.copyOf(raw, end), CommonProblem.REQUEST_BODY_INVALID);
        String disposition = null;
        Optional<String> contentType = Optional.empty();
        for (var line : head.split("\r\n")) {
            if (line.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                disposition = line.substring(20);
            } else if (line.regionMatches(true, 0, "Content-Type:", 0, 13)) {
                contentType = Optional.of(line.substring(13).strip());
            }
        }
        var name = NAME.matcher(disposition == null ? "" : disposition);
        if (!name.find()) {
            throw malformed();
        }
        byte[] content = Arrays.copyOfRange(raw, end + 4, raw.length);
        return new Part(name.group(1), FILE_NAME.matcher(disposition).find(), contentType, content);
    }

    private static int indexOf(byte[] text, byte[] wanted, int from) {
        for (int at = from; at <= text.length - wanted.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] text, int at, String wanted) {
        byte[] bytes = wanted.getBytes(StandardCharsets.ISO_8859_1);
        return at + bytes.length <= text.length && Arrays.equals(text, at, at + bytes.length, bytes, 0, bytes.length);
    }

    private static Refusal malformed() {
        return CommonProblem.REQUEST_BODY_INVALID.refusal();
    }
}
