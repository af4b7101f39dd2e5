package dev.rollcall.web.shared;

import dev.rollcall.instance.Instance;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the cookie that holds a client's token. Development instances share the cookie jar of {@code localhost},
 * whatever their port or path, so each has a name of its own beside the plain one and reads its own first.
 */
public final class ClientCookie {

    private static final String NAME = "__client";
    private static final int MOST_DOMAINS = 4;

    private ClientCookie() {}

    /** The cookie's names, the one that is believed first, first. */
    public static List<String> names(Instance instance) {
        return instance.isDevelopment() ? List.of(NAME + "_" + instance.cookieSuffix(), NAME) : List.of(NAME);
    }

    /** The domains for which a cookie could have been set that this host is sent: itself and those above, but for the last label. */
    public static List<String> domainsAbove(String host) {
        return Stream.iterate(host, domain -> domain.contains("."), domain -> domain.substring(domain.indexOf('.') + 1))
                .limit(MOST_DOMAINS)
                .toList();
    }
}
