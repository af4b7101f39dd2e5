package dev.rollcall.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;

/**
 * How a request reached us, as far as it can be believed.
 *
 * @param ip the browser's address
 * @param secure whether the browser speaks https
 * @param host the host that the browser asked for, with its port
 * @param proxyUrl where an app's own proxy stands ({@code Clerk-Proxy-Url})
 * @param proxySecretKey the secret key that an app's own proxy shows
 * @param slug the instance's slug, if the path named one on a host where that counts
 */
record Arrival(
        String ip,
        boolean secure,
        String host,
        Optional<String> proxyUrl,
        Optional<String> proxySecretKey,
        Optional<String> slug) {

    private static final String ATTRIBUTE = Arrival.class.getName();

    static Arrival of(HttpServletRequest request, TrustedProxies proxies) {
        var peer = request.getRemoteAddr();
        boolean trusted = proxies.trust(peer);
        var proxyUrl = header(request, "Clerk-Proxy-Url", trusted);
        var scheme = proxyUrl.map(url -> url.startsWith("https:") ? "https" : "http")
                .or(() -> header(request, "X-Forwarded-Proto", trusted).map(Arrival::first))
                .orElse(request.getScheme());
        var host = header(request, "X-Forwarded-Host", trusted)
                .map(Arrival::first)
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .orElse("");
        var ip = proxies.clientOf(peer, chain(request.getHeaders("X-Forwarded-For")));
        var key = header(request, "Clerk-Secret-Key", trusted);
        return new Arrival(ip, scheme.equalsIgnoreCase("https"), host, proxyUrl, key, Optional.empty());
    }

    /** The same, below the path of an instance. */
    Arrival under(Optional<String> slugOfPath) {
        return new Arrival(ip, secure, host, proxyUrl, proxySecretKey, slugOfPath);
    }

    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Arrival of(HttpServletRequest request) {
        return (Arrival) request.getAttribute(ATTRIBUTE);
    }

    /** All lines are one list (RFC 9110 §5.3): some proxies add a line of their own and leave the one that the browser wrote. */
    private static String chain(Enumeration<String> lines) {
        return lines == null || !lines.hasMoreElements() ? null : String.join(",", Collections.list(lines));
    }

    private static Optional<String> header(HttpServletRequest request, String name, boolean trusted) {
        return trusted
                ? Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank())
                : Optional.empty();
    }

    private static String first(String list) {
        int comma = list.indexOf(',');
        return (comma < 0 ? list : list.substring(0, comma)).strip();
    }
}
