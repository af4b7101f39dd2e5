package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Operator;
import dev.rollcall.instance.OperatorInstance;
import dev.rollcall.instance.PlatformTokens;
import dev.rollcall.instance.Scopes;
import dev.rollcall.platform.OperatorTokens;
import dev.rollcall.security.RefusedKeys;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Lets only operators to the Platform API: holders of an access token, and people who are signed in to the operators' instance and show a
 * session token of it; and each only to what their scopes allow.
 */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class OperatorFilter implements ContainerRequestFilter {

    @Inject
    private PlatformTokens tokens;

    @Inject
    private OperatorTokens people;

    @Inject
    private OperatorInstance own;

    @Inject
    private CurrentOperator current;

    @Inject
    private RefusedKeys refused;

    private Optional<Needs> needs = Optional.empty();

    /** This guard before one operation. */
    public OperatorFilter before(Method operation) {
        needs = Optional.ofNullable(operation.getAnnotation(Needs.class));
        return this;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var token = Bearer.token(request.getHeaderString("Authorization"))
                .orElseThrow(() -> CommonProblem.AUTHENTICATION_INVALID
                        .refusal()
                        .saying("Unable to authenticate the request: send a platform token as a bearer token."));
        var operator = tokens.accept(token).or(() -> person(token, request)).orElseThrow(() -> {
            refused.note("platform", token);
            return WebProblem.PLATFORM_TOKEN_INVALID.refusal();
        });
        Cause.actor(operator.actor());
        current.is(operator);
        if (needs.isPresent()) {
            current.may(needs.get().value(), true);
            refuseRising(operator, request);
        } else if (!operator.scopes().names().contains("*")) {
            throw CommonProblem.AUTHORIZATION_INVALID.refusal();
        }
    }

    /** Looking at the operators' own application is one thing; anything else there makes its own operators. */
    private void refuseRising(Operator operator, ContainerRequestContext request) {
        var application = request.getUriInfo().getPathParameters().getFirst("applicationID");
        if (application != null && !needs.get().value().onlyLooks()) {
            own.refuseRising(operator, application);
        }
    }

    private Optional<Operator> person(String jwt, ContainerRequestContext request) {
        return people.verify(jwt).map(claims -> {
            var token = new OperatorContext.Token(claims, jwt);
            request.setSecurityContext(new OperatorContext(token));
            return new Operator(Actor.user(token.getName()), Scopes.ofGroups(token.getGroups()));
        });
    }
}
