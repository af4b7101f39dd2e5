package dev.rollcall.web.hosted;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Tells which site a request for a page is about. */
@ApplicationScoped
class Sites {

    @Inject
    private CurrentInstance current;

    @Inject
    private ServerConfig config;

    /** The site that the request names. */
    Optional<Site> of(HttpServletRequest request) {
        return current.find().map(instance -> new Site(instance, base(request, instance.slug())));
    }

    /** The site, if its inbox may be shown: a development instance, on a developer's server, asked for by that server's own name. */
    Optional<Site> withInbox(HttpServletRequest request) {
        return of(request).filter(this::hasInbox).filter(site -> isOwnName(request.getServerName()));
    }

    /** Whether the site keeps its e-mails for its developers. */
    boolean hasInbox(Site site) {
        return site.instance().isDevelopment() && config.isDevelopment();
    }

    /** A page elsewhere can make its own host name lead to this machine (DNS rebinding), and read what we answer to that name. */
    private boolean isOwnName(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("127.0.0.1")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.equalsIgnoreCase(URI.create(config.publicUrl()).getHost());
    }

    /** The front door took the prefix away; the address as the browser sent it still has it. */
    private static String base(HttpServletRequest request, String slug) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String uri
                        && (uri.equals("/" + slug) || uri.startsWith("/" + slug + "/"))
                ? "/" + slug
                : "";
    }
}
