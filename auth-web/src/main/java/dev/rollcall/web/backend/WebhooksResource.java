package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.webhook.EndpointService;
import dev.rollcall.webhook.SvixUrlView;
import dev.rollcall.webhook.WebhookApplicationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The way to an instance's webhooks. */
@Path("/v1/webhooks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private WebhookApplicationService applications;

    @Inject
    private EndpointService endpoints;

    @POST
    @Path("svix")
    public SvixUrlView createSvixApp() {
        return SvixUrlView.of(applications.portalAccess(instance.get(), instance.keyId(), Input.empty()));
    }

    @DELETE
    @Path("svix")
    public void deleteSvixApp() {
        endpoints.deleteAll(instance.get());
    }

    @POST
    @Path("svix_url")
    public SvixUrlView generateSvixAuthUrl() {
        return SvixUrlView.of(applications.portalAccess(instance.get(), instance.keyId(), Input.empty()));
    }
}
