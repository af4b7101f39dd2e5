package dev.rollcall.web.frontend;

import dev.rollcall.frontend.ClientView;
import dev.rollcall.frontend.NavigationService;
import dev.rollcall.frontend.PresenceService;
import dev.rollcall.token.HandshakeService;
import dev.rollcall.web.shared.CurrentCaller;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The caller's client: its browser or device. The response is the client itself, so nothing stands beside it. */
@Path("/v1/client")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@WithClient(false)
public class ClientResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private CurrentQuery query;

    @Inject
    private ClientCookies cookies;

    @Inject
    private PresenceService presence;

    @Inject
    private HandshakeService handshakes;

    @Inject
    private NavigationService navigation;

    @GET
    public ClientView getClient() {
        return presence.getClient(caller.get()).orElse(null);
    }

    @POST
    public ClientView postClient() {
        return presence.createClient(caller.get());
    }

    @PUT
    public ClientView putClient() {
        return presence.createClient(caller.get());
    }

    @DELETE
    public ClientView deleteClientSessions() {
        return presence.deleteClient(caller.get()).orElse(null);
    }

    @Bare
    @GET
    @Path("handshake")
    @Produces(MediaType.WILDCARD)
    public Response handshakeClient() {
        var handshake = handshakes.handshake(caller.get(), query.get());
        var response = Response.temporaryRedirect(handshake.location());
        handshake.cookies().forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    @Bare
    @GET
    @Path("sync")
    @Produces(MediaType.WILDCARD)
    public Response syncClient() {
        return Response.temporaryRedirect(navigation.sync(caller.get().instance(), query.get()))
                .build();
    }

    /** Where a browser is sent to keep a cookie that would soon expire: only a navigation renews it everywhere. */
    @Bare
    @GET
    @Path("touch")
    @Produces(MediaType.WILDCARD)
    public Response touchClient() {
        var response = Response.temporaryRedirect(handshakes.touch(caller.get(), query.get()))
                .build();
        cookies.renew(response.getHeaders());
        return response;
    }
}
