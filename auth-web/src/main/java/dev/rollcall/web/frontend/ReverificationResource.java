package dev.rollcall.web.frontend;

import dev.rollcall.frontend.SessionReverificationService;
import dev.rollcall.frontend.SessionReverificationView;
import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How somebody who is signed in proves it anew. */
@Path("/v1/client/sessions/{session_id}/verify")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReverificationResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private SessionReverificationService reverifications;

    @POST
    public SessionReverificationView startSessionReverification(@PathParam("session_id") String id, Input form) {
        return reverifications.start(caller.get(), id, form);
    }

    @POST
    @Path("prepare_first_factor")
    public SessionReverificationView prepareSessionReverificationFirstFactor(
            @PathParam("session_id") String id, Input form) {
        return reverifications.prepareFirstFactor(caller.get(), id, form);
    }

    @POST
    @Path("attempt_first_factor")
    public SessionReverificationView attemptSessionReverificationFirstFactor(
            @PathParam("session_id") String id, Input form) {
        return reverifications.attemptFirstFactor(caller.get(), id, form);
    }

    @POST
    @Path("prepare_second_factor")
    public SessionReverificationView prepareSessionReverificationSecondFactor(
            @PathParam("session_id") String id, Input form) {
        return reverifications.prepareSecondFactor(caller.get(), id, form);
    }

    @POST
    @Path("attempt_second_factor")
    public SessionReverificationView attemptSessionReverificationSecondFactor(
            @PathParam("session_id") String id, Input form) {
        return reverifications.attemptSecondFactor(caller.get(), id, form);
    }
}
