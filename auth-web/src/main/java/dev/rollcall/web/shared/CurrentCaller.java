package dev.rollcall.web.shared;

import dev.rollcall.client.ClientIssued;
import dev.rollcall.client.ClientNews;
import dev.rollcall.client.ClientService;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Credentials;
import dev.rollcall.security.RequestInfo;
import dev.rollcall.token.TestingTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who calls the Frontend API in this request. A token that was issued on the way counts from then on. */
@RequestScoped
public class CurrentCaller {

    /** Nobody honest has more. */
    private static final int MOST_COOKIES = 10;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private ClientNews news;

    @Inject
    private TestingTokens testingTokens;

    @Inject
    private ClientService clients;

    private String chosen;

    /** The caller, as of now. */
    public Caller get() {
        var of = instance.get();
        return new Caller(
                of, new Credentials(clientToken(of), devBrowser(of)), info(of), query.first("_clerk_session_id"));
    }

    /** Whether the caller is an app without a cookie jar, whose token comes and goes in the Authorization header. */
    public boolean isNative() {
        return query.first("_is_native")
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    private Optional<String> clientToken(Instance of) {
        var issued = news.issued().map(ClientIssued::token);
        if (issued.isPresent() || news.forgotten()) {
            return issued;
        }
        if (isNative()) {
            return header("Authorization").map(CurrentCaller::withoutScheme).filter(token -> !token.isBlank());
        }
        return chosenCookie(of);
    }

    /** Whether the browser sent more than one client's token under a name that is this server's alone. */
    public boolean hasSeveralCookies() {
        return !isNative() && cookies(ClientCookie.names(instance.get())).size() > 1;
    }

    /**
     * The cookie that counts. A browser may send several of one name: what a neighbour below the same domain has set for all of it stands
     * beside ours, and a stale one of those would sign people out. Only then the tokens are looked up before.
     */
    private Optional<String> chosenCookie(Instance of) {
        var sent = cookies(ClientCookie.names(of));
        if (sent.size() < 2) {
            return sent.stream().findFirst();
        }
        if (chosen == null) {
            chosen = clients.firstKnown(of, sent).orElse(sent.get(0));
        }
        return Optional.of(chosen);
    }

    private Optional<String> devBrowser(Instance of) {
        return of.isDevelopment()
                ? query.first("__clerk_db_jwt")
                        .or(() -> query.first("__dev_session"))
                        .or(() -> header("Clerk-Db-Jwt"))
                : Optional.empty();
    }

    private RequestInfo info(Instance of) {
        boolean tested = query.first("__clerk_testing_token")
                .filter(token -> testingTokens.accept(of, token))
                .isPresent();
        return new RequestInfo(Arrival.of(request).ip(), header("User-Agent").orElse(""), header("Origin"), tested);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The values of these cookies, those of the first name first. */
    private List<String> cookies(List<String> names) {
        var all = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return names.stream()
                .flatMap(name ->
                        Arrays.stream(all).filter(cookie -> cookie.getName().equals(name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .distinct()
                .limit(MOST_COOKIES)
                .toList();
    }

    private static String withoutScheme(String authorization) {
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : authorization.strip();
    }
}
