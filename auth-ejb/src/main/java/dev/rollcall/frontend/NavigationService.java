package dev.rollcall.frontend;

import dev.rollcall.client.ClientService;
import dev.rollcall.client.DevBrowserView;
import dev.rollcall.data.Transactions;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.security.Redirect;
import dev.rollcall.security.RedirectProblem;
import dev.rollcall.security.Redirects;
import dev.rollcall.session.SessionService;
import dev.rollcall.token.Tickets;
import dev.rollcall.token.TokenService;
import dev.rollcall.token.TokenView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a browser goes that comes to us by a link, and what else it asks of us that is about no client. */
@Stateless
public class NavigationService {

    @Inject
    private Redirects redirects;

    @Inject
    private ClientService clients;

    @Inject
    private SessionService sessions;

    @Inject
    private TokenService tokens;

    @Inject
    private Tickets tickets;

    @Inject
    private RateLimits limits;

    @Inject
    private Transactions transactions;

    /** {@code GET /v1/redirect}: to {@code redirect_url}, if it is an app's, and home without one. */
    public URI redirect(Instance instance, Input query) {
        return query.text("redirect_url")
                .map(url -> redirects.any(instance, url))
                .orElseGet(() -> home(instance));
    }

    /**
     * {@code GET /v1/tickets/accept}: to the app's sign-in page, or to its sign-up page if the ticket is for somebody without an account; with
     * the {@code ticket}, which is used there. A {@code redirect_url} goes along if it is an app's.
     */
    public URI acceptTicket(Instance instance, Input query) {
        var ticket = query.required("ticket");
        var pass = tickets.read(instance, ticket);
        boolean known = pass.userId().isPresent();
        var page = URI.create(pass.page().orElseGet(() -> page(instance, known)));
        var marked = Redirect.with(
                Redirect.with(page, "__clerk_status", known ? "sign_in" : "sign_up"), "__clerk_ticket", ticket);
        return query.text("redirect_url")
                .map(url -> redirects.web(instance, url).uri().toString())
                .map(url -> Redirect.with(marked, "redirect_url", URLEncoder.encode(url, StandardCharsets.UTF_8)))
                .orElse(marked);
    }

    /**
     * {@code GET /v1/client/sync}: back to the app, told that all is said. An instance has one domain, so there is nobody else to tell.
     */
    public URI sync(Instance instance, Input query) {
        query.text("link_domain")
                .filter(domain -> !domain.equalsIgnoreCase(instance.domain()))
                .ifPresent(domain -> {
                    throw RedirectProblem.REDIRECT_URL_DOMAIN_MISMATCH
                            .refusal("link_domain")
                            .saying("The instance has no such domain.");
                });
        return redirects.web(instance, query).with("__clerk_synced", "true");
    }

    /** {@code GET /v1/account_portal}. */
    public AccountPortalView accountPortal(Instance instance) {
        return AccountPortalView.of(instance);
    }

    /** {@code POST /v1/dev_browser}, and {@code GET /v1/dev_browser/init} for a page that cannot ask for one itself. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DevBrowserView createDevBrowser(Caller caller) {
        limits.take(caller, Limit.CLIENT);
        return transactions.required(() -> clients.createDevBrowser(caller.instance()));
    }

    /** {@code POST /v1/me/tokens}: a token of the current session for another {@code service}. */
    public TokenView createServiceToken(Caller caller, Input form) {
        var service = form.required("service");
        return tokens.mintForService(caller, sessions.current(caller).sessionId(), service);
    }

    private static String page(Instance instance, boolean known) {
        var display = instance.settings().display();
        var set = known ? display.signInUrl() : display.signUpUrl();
        return set.isEmpty() ? instance.baseUrl() + (known ? "/sign-in" : "/sign-up") : set;
    }

    private static URI home(Instance instance) {
        var homeUrl = instance.settings().display().homeUrl();
        if (!homeUrl.isEmpty()) {
            return URI.create(homeUrl);
        }
        return URI.create(instance.isDevelopment() ? instance.baseUrl() : "https://" + instance.domain());
    }
}
