package dev.rollcall.web.hosted;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a file is packed on its way to the browser; each is stored ready made beside the file. */
enum Coding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    IDENTITY("identity", "");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** The best coding that an {@code Accept-Encoding} header allows (RFC 9110 §12.5.3). */
    static Coding accepted(String header) {
        if (header == null) {
            return IDENTITY;
        }
        var wanted = Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(part -> !part.matches(".*;\\s*q=0(\\.0*)?"))
                .map(part -> part.split(";", 2)[0].strip())
                .toList();
        return Arrays.stream(values())
                .filter(c -> wanted.contains(c.token))
                .findFirst()
                .orElse(IDENTITY);
    }

    /** What the file's name ends in when it is packed this way. */
    String suffix() {
        return suffix;
    }

    /** The {@code Content-Encoding} header, where there is one to send. */
    Optional<String> header() {
        return this == IDENTITY ? Optional.empty() : Optional.of(token);
    }
}
