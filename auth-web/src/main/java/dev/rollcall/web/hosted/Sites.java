package dev.rollcall.web.hosted;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentRequest;
import dev.rollcall.web.shared.PublicHost;
import dev.rollcall.web.shared.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells which site a request for a page is about. */
@ApplicationScoped
class Sites {

    @Inject
    private CurrentInstance current;

    @Inject
    private CurrentRequest visit;

    @Inject
    private Transport transport;

    @Inject
    private PublicHost publicHost;

    @Inject
    private ServerConfig config;

    /** The site that the request names. One that promises https is not shown without it. */
    Optional<Site> of(HttpServletRequest request) {
        var found = current.find();
        found.filter(transport::isTooPlainFor).ifPresent(instance -> {
            throw transport.refusal();
        });
        return found.map(instance -> new Site(instance, base(request, instance.slug())));
    }

    /**
     * The site, if its inbox may be shown: a development instance, on a developer's server, asked for from this very machine and by that
     * server's own name. A tunnel or a proxy on this machine brings strangers, under names and from addresses of theirs.
     */
    Optional<Site> withInbox(HttpServletRequest request) {
        return of(request)
                .filter(this::hasInbox)
                .filter(site -> visit.isFromThisMachine())
                .filter(site -> visit.hosts().allMatch(publicHost::is));
    }

    /** Whether the site keeps its e-mails for its developers. */
    boolean hasInbox(Site site) {
        return site.instance().isDevelopment() && config.isDevelopment();
    }

    /** The front door took the prefix away; the address as the browser sent it still has it. */
    private static String base(HttpServletRequest request, String slug) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String uri
                        && (uri.equals("/" + slug) || uri.startsWith("/" + slug + "/"))
                ? "/" + slug
                : "";
    }
}
