package dev.rollcall.web.svix;

import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.webhook.EventLog;
import dev.rollcall.webhook.EventSending;
import dev.rollcall.webhook.TaskOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What one endpoint was told, and what it is to be told again. */
@Path("/api/v1/app/{app_id}/endpoint")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EndpointEventsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private EventLog events;

    @Inject
    private EventSending sending;

    @GET
    @Path("{endpoint_id}/stats")
    public CamelCase getStats(@PathParam("endpoint_id") String endpointId) {
        return new CamelCase(events.stats(instance.get(), endpointId, query.get()));
    }

    @GET
    @Path("{endpoint_id}/msg")
    public CamelCase listAttemptedMessages(@PathParam("endpoint_id") String endpointId) {
        return new CamelCase(events.ofEndpoint(instance.get(), endpointId, query.get()));
    }

    @POST
    @Path("{endpoint_id}/send-example")
    public CamelCase sendExample(@PathParam("endpoint_id") String endpointId, Input body) {
        return new CamelCase(sending.sendExample(instance.get(), endpointId, body));
    }

    @POST
    @Path("{endpoint_id}/recover")
    public Response recover(@PathParam("endpoint_id") String endpointId, Input body) {
        return accepted(sending.recover(instance.get(), endpointId, body));
    }

    @POST
    @Path("{endpoint_id}/replay-missing")
    public Response replayMissing(@PathParam("endpoint_id") String endpointId, Input body) {
        return accepted(sending.replayMissing(instance.get(), endpointId, body));
    }

    @POST
    @Path("{endpoint_id}/bulk-replay")
    public Response bulkReplay(@PathParam("endpoint_id") String endpointId, Input body) {
        return accepted(sending.bulkReplay(instance.get(), endpointId, body));
    }

    private static Response accepted(TaskOut task) {
        return Response.accepted(new CamelCase(task)).build();
    }
}
