package dev.rollcall.web.svix;

import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.webhook.AttemptLog;
import dev.rollcall.webhook.EventLog;
import dev.rollcall.webhook.EventSending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An instance's events: what svix calls messages. */
@Path("/api/v1/app/{app_id}/msg")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private EventLog events;

    @Inject
    private EventSending sending;

    @Inject
    private AttemptLog attempts;

    @GET
    public CamelCase list() {
        return new CamelCase(events.list(instance.get(), query.get()));
    }

    @POST
    public Response create(Input body) {
        return Response.accepted(new CamelCase(sending.create(instance.get(), body)))
                .build();
    }

    @GET
    @Path("{msg_id}")
    public CamelCase get(@PathParam("msg_id") String eventId) {
        return new CamelCase(events.get(instance.get(), eventId, query.get().flag("with_content", true)));
    }

    @GET
    @Path("{msg_id}/endpoint")
    public CamelCase listAttemptedDestinations(@PathParam("msg_id") String eventId) {
        return new CamelCase(events.destinations(instance.get(), eventId, query.get()));
    }

    @GET
    @Path("{msg_id}/attempt/{attempt_id}")
    public CamelCase getAttempt(@PathParam("msg_id") String eventId, @PathParam("attempt_id") String attemptId) {
        return new CamelCase(attempts.get(instance.get(), eventId, attemptId));
    }

    @POST
    @Path("{msg_id}/endpoint/{endpoint_id}/resend")
    public Response resend(@PathParam("msg_id") String eventId, @PathParam("endpoint_id") String endpointId) {
        sending.resend(instance.get(), eventId, endpointId);
        return Response.accepted(new CamelCase(java.util.Map.of())).build();
    }
}
