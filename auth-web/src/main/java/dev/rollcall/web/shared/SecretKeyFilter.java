package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.security.RefusedKeys;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Lets only requests with a secret key to the Backend API; the key says which instance they are about. */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class SecretKeyFilter implements ContainerRequestFilter {

    @Inject
    private CurrentInstance current;

    @Inject
    private InstanceService instances;

    @Inject
    private RateLimits limits;

    @Inject
    private RefusedKeys refused;

    @Override
    public void filter(ContainerRequestContext request) {
        var key = Bearer.token(request.getHeaderString("Authorization"))
                .orElseThrow(
                        () -> CommonProblem.AUTHENTICATION_INVALID
                                .refusal()
                                .saying(
                                        "Unable to authenticate the request: send the instance's secret key as a bearer token."));
        var shown = instances.shown(key).orElseThrow(() -> {
            refused.note("backend", key);
            return WebProblem.CLERK_KEY_INVALID.refusal();
        });
        current.is(shown);
        Cause.actor(Actor.secretKey(shown.keyId()));
        if (!RoutedPath.of(request.getUriInfo()).equals("/v1/jwks")) { // apps need it to let anybody in
            limits.take(shown.instance(), Limit.BACKEND, shown.keyId());
        }
    }
}
