package dev.rollcall.web.frontend;

import dev.rollcall.client.ClientIssued;
import dev.rollcall.client.ClientNews;
import dev.rollcall.instance.Instance;
import dev.rollcall.web.shared.ClientCookie;
import dev.rollcall.web.shared.CurrentCaller;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.Transport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;

/**
 * What a browser is told to keep: the client's token where scripts cannot read it, and, in production, the time
 * of the last change of who is signed in where the app's scripts and server can. A native app gets the token in a header.
 */
@RequestScoped
public class ClientCookies {

    private static final Duration CLIENT_AGE = Duration.ofDays(400); // the longest that browsers keep
    private static final Duration UAT_AGE = Duration.ofDays(365);

    /** A cookie of a longer path is sent first. */
    private static final List<String> FOREIGN_PATHS = List.of("/", "/v1", "/v1/client");

    @Inject
    private ClientNews news;

    @Inject
    private CurrentCaller caller;

    @Inject
    private CurrentInstance instance;

    @Inject
    private Transport transport;

    /** Adds the cookies, or the header, of what has happened in this request. */
    void write(MultivaluedMap<String, Object> headers) {
        if (!instance.get().isDevelopment() && caller.hasSeveralCookies()) {
            expireForeign(headers);
        }
        if (news.issued().isPresent() || news.forgotten()) {
            tell(news.issued().map(ClientIssued::token).orElse(""), headers);
        }
        if (news.clientUat().isPresent() && !instance.get().isDevelopment()) {
            clientUat(news.clientUat().getAsLong(), headers);
        }
    }

    /** Sets the client's cookie anew, so that it lasts as long as it can. */
    void renew(MultivaluedMap<String, Object> headers) {
        caller.get().credentials().clientToken().ifPresent(token -> tell(token, headers));
    }

    /** Keeps a dev browser where the scripts of this host can read it, as the SDK does. */
    void devBrowser(String token, MultivaluedMap<String, Object> headers) {
        for (var name :
                List.of("__clerk_db_jwt", "__clerk_db_jwt_" + instance.get().cookieSuffix())) {
            headers.add(HttpHeaders.SET_COOKIE, cookie(name, token, UAT_AGE, ""));
        }
    }

    private void tell(String token, MultivaluedMap<String, Object> headers) {
        if (caller.isNative()) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, token);
            return;
        }
        for (var name : ClientCookie.names(instance.get())) {
            headers.add(
                    HttpHeaders.SET_COOKIE,
                    cookie(name, token, token.isEmpty() ? Duration.ZERO : CLIENT_AGE, "; HttpOnly"));
        }
    }

    private void clientUat(long seconds, MultivaluedMap<String, Object> headers) {
        Instance of = instance.get();
        var domain = of.domain() == null ? "" : "; Domain=" + of.domain();
        for (var name : List.of("__client_uat", "__client_uat_" + of.cookieSuffix())) {
            headers.add(HttpHeaders.SET_COOKIE, cookie(name, Long.toString(seconds), UAT_AGE, domain));
        }
    }

    /**
     * Our own cookie is of our host alone. One of the same name that is for a whole domain was set by somebody else on it, or long ago, and the
     * browser goes on sending it before or behind ours.
     */
    private void expireForeign(MultivaluedMap<String, Object> headers) {
        for (var domain : ClientCookie.domainsAbove(instance.get().frontendHost())) {
            for (var path : FOREIGN_PATHS) {
                headers.add(
                        HttpHeaders.SET_COOKIE,
                        "__client=; Path=" + path + "; Domain=" + domain
                                + "; Max-Age=0; HttpOnly; Secure; SameSite=Lax");
            }
        }
    }

    private String cookie(String name, String value, Duration age, String more) {
        var secure = transport.isSecure(instance.get()) ? "; Secure" : "";
        return name + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + more + secure + "; SameSite=Lax";
    }
}
