package dev.rollcall.web.frontend;

import dev.rollcall.frontend.ActiveSessionView;
import dev.rollcall.frontend.PresenceService;
import dev.rollcall.frontend.SessionView;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Where the user is signed in. */
@Path("/v1/me/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MySessionsResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private PresenceService presence;

    @GET
    public List<SessionView> getUsersSessions() {
        return presence.sessions(caller.get());
    }

    @GET
    @Path("active")
    public List<ActiveSessionView> getSessions() {
        return presence.activeSessions(caller.get());
    }

    @POST
    @Path("{session_id}/revoke")
    public SessionView revokeSession(@PathParam("session_id") String id) {
        return presence.revokeSession(caller.get(), id);
    }
}
