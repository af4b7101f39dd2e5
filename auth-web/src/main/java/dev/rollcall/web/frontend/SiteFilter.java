package dev.rollcall.web.frontend;

import dev.rollcall.instance.Instance;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentRequest;
import dev.rollcall.web.shared.WebProblem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

/**
 * Refuses what a page of another site has a browser ask, be it by a link or an image. Browsers say so themselves (Fetch Metadata) and let no
 * page write the header; of one that does not say, the {@code Origin} counts.
 */
@Dependent
public class SiteFilter implements ContainerRequestFilter {

    /** {@code none} is a person who typed the address. */
    private static final Set<String> OWN = Set.of("same-origin", "same-site", "none");

    @Inject
    private CurrentRequest current;

    @Inject
    private CurrentInstance instance;

    @Override
    public void filter(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        if (site != null ? !OWN.contains(site) : origin != null && isStrange(origin)) {
            throw WebProblem.ORIGIN_INVALID.refusal();
        }
    }

    /** A production instance's own origins have been let in before; a development instance lets all of them in. */
    private boolean isStrange(String origin) {
        return instance.find().filter(Instance::isDevelopment).isPresent() && !current.isOwnOrigin(origin);
    }
}
