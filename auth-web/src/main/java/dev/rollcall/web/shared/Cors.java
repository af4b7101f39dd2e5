package dev.rollcall.web.shared;

import dev.rollcall.instance.Instance;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Who may read our answers from another origin. Answers are readable from wherever they were asked for, so that
 * an app on a wrong origin can read its refusal; the refusal itself is what guards a production instance.
 */
public final class Cors {

    static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    static final String HEADERS = "authorization, content-type, clerk-db-jwt, x-requested-with, mcp-protocol-version";
    static final String EXPOSED = "Authorization, x-country, Clerk-Db-Jwt, Retry-After, X-Clerk-Trace-Id";
    private static final List<String> SHARED = List.of("/v1/", "/.well-known/", "/api_keys", "/oauth/");

    private Cors() {}

    /** Whether browsers on other origins have business with this path. The development inbox, for one, they have not. */
    static boolean applies(String path) {
        return SHARED.stream().anyMatch(path::startsWith);
    }

    /** Whether the path shows the same to everybody, so that nobody's cookies have any business with it. */
    static boolean isForEverybody(String path) {
        return path.startsWith("/.well-known/");
    }

    /** Whether an app on this origin may use the instance. */
    public static boolean allows(Instance instance, String origin) {
        if (instance.isDevelopment()) {
            return true;
        }
        if (instance.settings().origins().allowed().contains(origin)) { // to the letter, and whatever its scheme is
            return true;
        }
        var host = host(origin);
        return host != null
                && (within(host, instance.domain()) || host.equals(host("https://" + instance.frontendHost())));
    }

    private static boolean within(String host, String domain) {
        return domain != null && (host.equals(domain) || host.endsWith("." + domain));
    }

    /** Over plain http anybody on the way can be a page of the domain, and would be shown who is signed in. Null where it is none. */
    private static String host(String origin) {
        try {
            var uri = URI.create(origin);
            return "https".equals(uri.getScheme()) && uri.getHost() != null
                    ? uri.getHost().toLowerCase(Locale.ROOT)
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
