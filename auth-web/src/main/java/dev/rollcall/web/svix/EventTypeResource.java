package dev.rollcall.web.svix;

import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.webhook.WebhookApplicationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The event types that this server raises. */
@Path("/api/v1/event-type")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventTypeResource {

    @Inject
    private WebhookApplicationService applications;

    @GET
    public CamelCase list() {
        return new CamelCase(applications.eventTypes());
    }

    @GET
    @Path("{event_type_name}")
    public CamelCase get(@PathParam("event_type_name") String name) {
        return new CamelCase(applications.eventType(name));
    }
}
