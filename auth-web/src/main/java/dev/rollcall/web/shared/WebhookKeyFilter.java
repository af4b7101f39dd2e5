package dev.rollcall.web.shared;

import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.security.RefusedKeys;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import dev.rollcall.webhook.PortalTokens;
import dev.rollcall.webhook.PortalTokens.Access;
import dev.rollcall.webhook.WebhookApplicationService;
import dev.rollcall.webhook.WebhookProblem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;

/**
 * Lets only requests with a secret key or a portal token to the webhooks API; either says which instance they are about, and the path may
 * name no other one. A portal token manages endpoints: it makes no events, no further tokens, and it renames nothing.
 */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class WebhookKeyFilter implements ContainerRequestFilter {

    @Inject
    private CurrentInstance current;

    @Inject
    private InstanceService instances;

    @Inject
    private PortalTokens tokens;

    @Inject
    private WebhookApplicationService applications;

    @Inject
    private RefusedKeys refused;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("webhook-id") != null) {
            throw WebhookProblem.WEBHOOK_LOOP.refusal(); // one that asks for a replay of all would multiply
        }
        var key = Bearer.token(request.getHeaderString("Authorization"))
                .orElseThrow(WebhookProblem.WEBHOOK_KEY_INVALID::refusal);
        var server = instances.shown(key);
        var instance = server.map(WebhookKeyFilter::byServer)
                .or(() -> byPortalToken(key, request))
                .orElseThrow(() -> {
                    refused.note("webhooks", key);
                    return WebhookProblem.WEBHOOK_KEY_INVALID.refusal();
                });
        server.ifPresentOrElse(current::is, () -> current.is(instance));
        var named = request.getUriInfo().getPathParameters().getFirst("app_id");
        if (named != null) {
            applications.refuseOther(instance, named);
        }
    }

    private Optional<Instance> byPortalToken(String key, ContainerRequestContext request) {
        var access = tokens.read(key).filter(a -> instances.isOpenedBy(a.instanceId(), a.keyId()));
        access.filter(a -> !allows(a, request)).ifPresent(a -> {
            throw WebhookProblem.WEBHOOK_PORTAL_READ_ONLY.refusal();
        });
        return access.flatMap(a -> instances.byId(a.instanceId())).map(of -> {
            Cause.actor(Actor.portal(of.id()));
            return of;
        });
    }

    private static Instance byServer(InstanceService.Shown shown) {
        Cause.actor(Actor.secretKey(shown.keyId()));
        return shown.instance();
    }

    private static boolean allows(Access access, ContainerRequestContext request) {
        return PortalScope.allows(
                access.readOnly(), request.getMethod(), request.getUriInfo().getPathSegments());
    }
}
