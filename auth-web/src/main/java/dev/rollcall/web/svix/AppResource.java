package dev.rollcall.web.svix;

import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.webhook.WebhookApplicationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The instance as the application of svix's API. */
@Path("/api/v1/app")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private WebhookApplicationService applications;

    @GET
    public CamelCase list() {
        return new CamelCase(applications.list(instance.get()));
    }

    @POST
    public CamelCase create(Input body) {
        return new CamelCase(applications.create(instance.get(), body));
    }

    @GET
    @Path("{app_id}")
    public CamelCase get() {
        return new CamelCase(applications.get(instance.get()));
    }

    @PUT
    @Path("{app_id}")
    public CamelCase update(Input body) {
        return new CamelCase(applications.update(instance.get(), body));
    }

    @PATCH
    @Path("{app_id}")
    public CamelCase patch(Input body) {
        return new CamelCase(applications.update(instance.get(), body));
    }
}
