package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.PlatformTokens;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Lets only operators with a platform token to the Platform API. */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class PlatformTokenFilter implements ContainerRequestFilter {

    @Inject
    private PlatformTokens tokens;

    @Override
    public void filter(ContainerRequestContext request) {
        var token = Bearer.token(request.getHeaderString("Authorization"))
                .orElseThrow(() -> CommonProblem.AUTHENTICATION_INVALID
                        .refusal()
                        .saying("Unable to authenticate the request: send a platform token as a bearer token."));
        var id = tokens.accept(token).orElseThrow(WebProblem.PLATFORM_TOKEN_INVALID::refusal);
        Cause.actor(Actor.platformToken(id));
    }
}
