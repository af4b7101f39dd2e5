package dev.rollcall.web.frontend;

import dev.rollcall.web.shared.Cors;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.WebProblem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Keeps other people's pages from using a production instance with the cookies of its users. */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class OriginFilter implements ContainerRequestFilter {

    /** Marks a request of another's page: it may read why it was refused, and nothing of who is signed in. */
    static final String STRANGER = OriginFilter.class.getName() + ".stranger";

    @Inject
    private CurrentInstance instance;

    @Override
    public void filter(ContainerRequestContext request) {
        var origin = request.getHeaderString("Origin");
        if (origin != null
                && !instance.find().map(of -> Cors.allows(of, origin)).orElse(true)) {
            request.setProperty(STRANGER, true);
            throw WebProblem.ORIGIN_INVALID.refusal();
        }
    }
}
