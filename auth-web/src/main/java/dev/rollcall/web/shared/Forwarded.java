package dev.rollcall.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What proxies say of how a request came to them, in one of two languages: {@code X-Forwarded-*} or {@code Forwarded} (RFC 7239). Most
 * proxies speak the first alone and pass the other on as the browser wrote it, so {@code Forwarded} counts only where nothing of the first is
 * there.
 *
 * @param chain the addresses on the way, the browser's own word first
 * @param scheme the scheme that the browser spoke, if they say it
 * @param host the host that the browser asked for, if they say it
 */
record Forwarded(List<String> chain, Optional<String> scheme, Optional<String> host) {

    static final Forwarded NOTHING = new Forwarded(List.of(), Optional.empty(), Optional.empty());

    /** A name, an equals sign, and a token or a quoted string, in which nothing that we read needs escaping. */
    private static final Pattern PAIR =
            Pattern.compile("\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:\"([^\"\\\\]*)\"|([^\\s\",;]*))\\s*(;|,|$)");

    /** What the first language says; nothing where the request has none of its headers. */
    static Forwarded legacy(HttpServletRequest request) {
        return new Forwarded(
                list(request, "X-Forwarded-For"),
                list(request, "X-Forwarded-Proto").stream().findFirst(),
                list(request, "X-Forwarded-Host").stream().findFirst());
    }

    /** What the second says. A header that cannot be read says nothing at all. */
    static Forwarded standard(HttpServletRequest request) {
        return parsed(joined(request, "Forwarded"));
    }

    static Forwarded parsed(String header) {
        var chain = new ArrayList<String>();
        String scheme = null;
        String host = null;
        boolean first = true;
        var pair = PAIR.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (!pair.region(at, header.length()).lookingAt()) {
                return NOTHING;
            }
            var value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> chain.add(value);
                case "proto" -> scheme = first ? value : scheme;
                case "host" -> host = first ? value : host;
                default -> {} // "by" and what others may add
            }
            first = first && !pair.group(4).equals(",");
            at = pair.end();
        }
        return new Forwarded(List.copyOf(chain), Optional.ofNullable(scheme), Optional.ofNullable(host));
    }

    /** All whom the request names in either language; of a header that names none who can be read, the header itself. */
    static Stream<String> all(HttpServletRequest request) {
        var standard = joined(request, "Forwarded");
        var chain = parsed(standard).chain();
        return Stream.concat(
                list(request, "X-Forwarded-For").stream(),
                chain.isEmpty() && !standard.isBlank() ? Stream.of(standard) : chain.stream());
    }

    boolean isNothing() {
        return chain.isEmpty() && scheme.isEmpty() && host.isEmpty();
    }

    private static List<String> list(HttpServletRequest request, String name) {
        var joined = joined(request, name);
        return joined.isBlank()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(String::strip).toList();
    }

    /** All lines are one list (RFC 9110 §5.3): some proxies add a line of their own and leave the one that the browser wrote. */
    private static String joined(HttpServletRequest request, String name) {
        var lines = request.getHeaders(name);
        return lines == null ? "" : String.join(",", Collections.list(lines));
    }
}
