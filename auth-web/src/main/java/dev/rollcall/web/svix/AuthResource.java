package dev.rollcall.web.svix;

import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.webhook.WebhookApplicationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Ways into an instance's webhooks for people. */
@Path("/api/v1/auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private WebhookApplicationService applications;

    @POST
    @Path("app-portal-access/{app_id}")
    public CamelCase appPortalAccess(Input body) {
        return new CamelCase(applications.portalAccess(instance.get(), instance.keyId(), body));
    }
}
