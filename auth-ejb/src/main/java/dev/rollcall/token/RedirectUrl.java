package dev.rollcall.token;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a browser is sent back to, with cookies that sign it in: never anywhere but to an app of the instance.
 *
 * <p>A production instance's apps live on its domain, over https. A development instance's apps may be anywhere, but only those
 * on this machine, or at the addresses that the instance knows, are trusted with who the browser's own cookie says it is (an
 * attacker's page could have sent it here); the others get what their own dev browser token gives them.
 */
final class RedirectUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");
    private static final String ESCAPED = "\"<>^`{|}";
    private static final int LONGEST = 8192;

    private final URI uri;
    private final boolean trusted;

    private RedirectUrl(URI uri, boolean trusted) {
        this.uri = uri;
        this.trusted = trusted;
    }

    /** Reads {@code redirect_url} and refuses what is not an app's. */
    static RedirectUrl of(Instance instance, Input query) {
        return of(instance, query.text("redirect_url").orElseThrow(TokenProblem.REDIRECT_URL_INVALID::refusal));
    }

    static RedirectUrl of(Instance instance, String text) {
        var uri = parsed(text).orElseThrow(TokenProblem.REDIRECT_URL_INVALID::refusal);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = LOOPBACK.contains(host) || host.endsWith(".localhost");
        if (instance.isDevelopment()) {
            return new RedirectUrl(uri, loopback || isKnown(instance, host));
        }
        boolean own = host.equals(instance.domain()) || host.endsWith("." + instance.domain());
        if (!own || !(isSecure(uri) || loopback)) {
            throw TokenProblem.REDIRECT_URL_INVALID.refusal();
        }
        return new RedirectUrl(uri, true);
    }

    URI uri() {
        return uri;
    }

    /** Whether the app may learn who the browser's own cookie says it is. */
    boolean isTrusted() {
        return trusted;
    }

    boolean isSecure() {
        return isSecure(uri);
    }

    /** The app's origin, as a browser writes it: without the port that the scheme implies. */
    String origin() {
        boolean implied = uri.getPort() == -1 || uri.getPort() == (isSecure() ? 443 : 80);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return (isSecure() ? "https://" : "http://") + host + (implied ? "" : ":" + uri.getPort());
    }

    /** The URL with one more query parameter, whose value needs no escaping. */
    URI with(String name, String value) {
        var text = uri.toString();
        int hash = text.indexOf('#');
        var fragment = hash < 0 ? "" : text.substring(hash);
        var base = hash < 0 ? text : text.substring(0, hash);
        return URI.create(base + (uri.getRawQuery() == null ? "?" : "&") + name + "=" + value + fragment);
    }

    /** What browsers take for a URL and RFC 3986 does not is escaped; what could be read as another host is refused. */
    private static Optional<URI> parsed(String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')) {
            return Optional.empty();
        }
        try {
            var uri = new URI(escaped(text));
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
            return web && plain ? Optional.of(new URI(uri.toASCIIString())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
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

    private static boolean isKnown(Instance instance, String host) {
        var display = instance.settings().display();
        return Stream.of(
                        instance.baseUrl(),
                        display.homeUrl(),
                        display.signInUrl(),
                        display.signUpUrl(),
                        display.userProfileUrl(),
                        display.afterSignInUrl(),
                        display.afterSignUpUrl())
                .filter(url -> url != null && !url.isEmpty())
                .map(RedirectUrl::parsed)
                .flatMap(Optional::stream)
                .anyMatch(url -> host.equalsIgnoreCase(url.getHost()));
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }
}
