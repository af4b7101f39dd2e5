package dev.rollcall.web.svix;

import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.webhook.AttemptLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The requests that were sent. */
@Path("/api/v1/app/{app_id}/attempt")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AttemptResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private AttemptLog attempts;

    @GET
    @Path("endpoint/{endpoint_id}")
    public CamelCase listByEndpoint(@PathParam("endpoint_id") String endpointId) {
        return new CamelCase(attempts.ofEndpoint(instance.get(), endpointId, query.get()));
    }

    @GET
    @Path("msg/{msg_id}")
    public CamelCase listByMsg(@PathParam("msg_id") String eventId) {
        return new CamelCase(attempts.ofEvent(instance.get(), eventId, query.get()));
    }
}
