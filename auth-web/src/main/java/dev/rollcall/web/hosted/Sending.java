package dev.rollcall.web.hosted;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A small file on its way out: with its type and entity tag, and not at all when the browser still has it (RFC 9110 §13.1.2). */
final class Sending {

    private final byte[] content;
    private final String contentType;
    private final String tag;

    private Sending(byte[] content, String contentType, String tag) {
        this.content = content;
        this.contentType = contentType;
        this.tag = tag;
    }

    /** A file whose digest is known. */
    static Sending of(byte[] content, String contentType, String digest) {
        return new Sending(content, contentType, '"' + digest + '"');
    }

    /** A file whose digest is not known yet. */
    static Sending of(byte[] content, String contentType) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return of(
                    content,
                    contentType,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void to(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        if (has(request.getHeader("If-None-Match"))) {
            response.setHeader("Content-Encoding", null);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private boolean has(String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                        .anyMatch(tag::equals);
    }
}
