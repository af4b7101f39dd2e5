package dev.rollcall.web.shared;

import jakarta.servlet.http.HttpServletRequest;
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
        var legacy = trusted ? Forwarded.legacy(request) : Forwarded.NOTHING;
        var standard = trusted ? Forwarded.standard(request) : Forwarded.NOTHING;
        var said = legacy.isNothing() ? standard : legacy;
        var proxyUrl = header(request, "Clerk-Proxy-Url", trusted);
        var scheme = proxyUrl.map(url -> url.startsWith("https:") ? "https" : "http")
                .or(said::scheme)
                .orElse(request.getScheme());
        var host = said.host()
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .orElse("");
        var ip = proxies.clientOf(peer, legacy, standard);
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

    private static Optional<String> header(HttpServletRequest request, String name, boolean trusted) {
        return trusted
                ? Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank())
                : Optional.empty();
    }
}
