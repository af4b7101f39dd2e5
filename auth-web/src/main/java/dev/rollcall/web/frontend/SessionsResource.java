package dev.rollcall.web.frontend;

import dev.rollcall.frontend.ClientView;
import dev.rollcall.frontend.PresenceService;
import dev.rollcall.frontend.SessionView;
import dev.rollcall.input.Input;
import dev.rollcall.token.TokenService;
import dev.rollcall.token.TokenView;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The sessions of the caller's client. */
@Path("/v1/client/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private PresenceService presence;

    @Inject
    private TokenService tokens;

    @WithClient(false)
    @DELETE
    public ClientView removeClientSessionsAndRetainCookie() {
        return presence.removeSessions(caller.get());
    }

    @GET
    @Path("{session_id}")
    public SessionView getSession(@PathParam("session_id") String id) {
        return presence.getSession(caller.get(), id);
    }

    @POST
    @Path("{session_id}/touch")
    public SessionView touchSession(@PathParam("session_id") String id, Input form) {
        return presence.touchSession(caller.get(), id, form);
    }

    @POST
    @Path("{session_id}/end")
    public SessionView endSession(@PathParam("session_id") String id) {
        return presence.endSession(caller.get(), id);
    }

    @POST
    @Path("{session_id}/remove")
    public SessionView removeSession(@PathParam("session_id") String id) {
        return presence.removeSession(caller.get(), id);
    }

    @Bare
    @POST
    @Path("{session_id}/tokens")
    public TokenView createSessionToken(@PathParam("session_id") String id, Input form) {
        return tokens.mint(caller.get(), id, form);
    }

    @Bare
    @POST
    @Path("{session_id}/tokens/{template_name}")
    public TokenView createSessionTokenWithTemplate(
            @PathParam("session_id") String id, @PathParam("template_name") String name) {
        return tokens.mintFromTemplate(caller.get(), id, name);
    }
}
