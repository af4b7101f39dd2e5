package dev.rollcall.security;

import dev.rollcall.domain.DomainNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads URLs that strangers send as browsers do, but for those that a browser might read as another host than we do. */
final class WebUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");
    private static final String ESCAPED = "\"<>^`{|}";
    private static final int LONGEST = 8192;
    private static final Pattern AUTHORITY = Pattern.compile("^(?i:(https?)://)([^/?#@:\\[\\]]+)(?=[/?#:]|$)");

    private WebUrl() {}

    /** An absolute http(s) URL without credentials; empty for anything else. */
    static Optional<URI> of(String text) {
        return absolute(text).filter(uri -> isWeb(uri) && uri.getHost() != null && uri.getRawUserInfo() == null);
    }

    /** An absolute URL of any scheme. What browsers take for a URL and RFC 3986 does not is escaped. */
    static Optional<URI> absolute(String text) {
        if (text.length() > LONGEST
                || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return Optional.empty();
        }
        try {
            var uri = new URI(escaped(withALabels(text)));
            return uri.isAbsolute() ? Optional.of(new URI(uri.toASCIIString())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isWeb(URI uri) {
        return isSecure(uri) || "http".equalsIgnoreCase(uri.getScheme());
    }

    static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether it is on the browser's own machine. */
    static boolean isLoopback(URI uri) {
        var host = host(uri);
        return LOOPBACK.contains(host) || host.endsWith(".localhost");
    }

    static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    /**
     * A host in letters beyond ASCII in A-labels, as browsers write it (UTS 46); left as it is, and so refused, where it has none, or where a
     * character would become a dot: that reads as another host than it is.
     */
    private static String withALabels(String text) {
        var authority = AUTHORITY.matcher(text);
        if (!authority.find() || StandardCharsets.US_ASCII.newEncoder().canEncode(authority.group(2))) {
            return text;
        }
        var host = authority.group(2);
        return DomainNames.ascii(host)
                .filter(ascii -> dots(ascii) == dots(host))
                .map(ascii -> text.substring(0, authority.start(2)) + ascii + text.substring(authority.end(2)))
                .orElse(text);
    }

    private static long dots(String host) {
        return host.chars().filter(c -> c == '.').count();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ESCAPED.indexOf(c) >= 0 || c == '%' && !isEscape(text, i)) {
                escaped.append(String.format("%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
