package dev.rollcall.token;

import dev.rollcall.instance.Instance;
import java.util.List;

/** The cookies that tell a production app's server since when somebody is signed in; in development the browser's script sets them itself. */
public final class ClientUatCookies {

    static final String NAME = "__client_uat";

    private ClientUatCookies() {}

    /** Complete Set-Cookie lines for an answer of the Frontend API; none in development. */
    public static List<String> lines(Instance instance, long clientUat) {
        if (instance.isDevelopment()) {
            return List.of();
        }
        boolean secure = instance.baseUrl().startsWith("https:");
        return new Cookies(instance, secure).on(instance.domain()).withTwin(NAME, Long.toString(clientUat), Cookies.YEAR).lines();
    }
}
