package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.session.BackendSessionView;
import dev.rollcall.session.SessionAdmin;
import dev.rollcall.token.RefreshService;
import dev.rollcall.token.TokenService;
import dev.rollcall.token.TokenView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The sessions of an instance. */
@Path("/v1/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private SessionAdmin sessions;

    @Inject
    private TokenService tokens;

    @Inject
    private RefreshService refreshes;

    @GET
    public Object getSessionList() {
        return Listing.of(sessions.list(instance.get(), query.get()), query.get());
    }

    @POST
    public BackendSessionView createSession(Input body) {
        return sessions.create(instance.get(), body);
    }

    @GET
    @Path("{session_id}")
    public BackendSessionView getSession(@PathParam("session_id") String sessionId) {
        return sessions.get(instance.get(), sessionId);
    }

    @POST
    @Path("{session_id}/refresh")
    public Object refreshSession(@PathParam("session_id") String sessionId, Input body) {
        return refreshes.refresh(instance.get(), sessionId, body);
    }

    @POST
    @Path("{session_id}/revoke")
    public BackendSessionView revokeSession(@PathParam("session_id") String sessionId) {
        return sessions.revoke(instance.get(), sessionId);
    }

    @POST
    @Path("{session_id}/tokens")
    public TokenView createSessionToken(@PathParam("session_id") String sessionId, Input body) {
        return tokens.mintFor(instance.get(), sessionId, body);
    }

    @POST
    @Path("{session_id}/tokens/{template_name}")
    public TokenView createSessionTokenFromTemplate(
            @PathParam("session_id") String sessionId, @PathParam("template_name") String template, Input body) {
        return tokens.mintForTemplate(instance.get(), sessionId, template, body);
    }
}
