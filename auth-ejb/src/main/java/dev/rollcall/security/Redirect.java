package dev.rollcall.security;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A place to send a browser to, found to be one of the instance's apps.
 *
 * @param isTrusted whether the app there may learn who the browser's own cookie says it is
 */
public record Redirect(URI uri, boolean isTrusted) {

    /** Whether what goes there is safe from those on the way. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** The app's origin, as a browser writes it: without the port that the scheme implies. */
    public String origin() {
        return origin(uri);
    }

    /** The URL with one more query parameter, whose value needs no escaping. */
    public URI with(String name, String value) {
        return with(uri, name, value);
    }

    /** A URL with one more query parameter, whose value needs no escaping. */
    public static URI with(URI uri, String name, String value) {
        var text = uri.toString();
        int hash = text.indexOf('#');
        var fragment = hash < 0 ? "" : text.substring(hash);
        var base = hash < 0 ? text : text.substring(0, hash);
        return URI.create(base + (uri.getRawQuery() == null ? "?" : "&") + name + "=" + value + fragment);
    }

    static String origin(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean implied = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (implied ? "" : ":" + uri.getPort());
    }

    /** What is compared of a URL: a web page by origin and path, anything else by all but query and fragment. */
    static String canonical(URI uri) {
        if (WebUrl.isWeb(uri)) {
            return origin(uri) + ("/".equals(uri.getRawPath()) ? "" : uri.getRawPath());
        }
        var text = uri.toString().replaceFirst("[?#].*$", "");
        int colon = text.indexOf(':');
        return text.substring(0, colon).toLowerCase(Locale.ROOT) + text.substring(colon);
    }

    /** What an instance may have listed in order to allow this URL: itself or, for a web page, all of its origin. */
    static List<String> allowedBy(URI uri) {
        return WebUrl.isWeb(uri) ? List.of(canonical(uri), origin(uri)) : List.of(canonical(uri));
    }
}
