package dev.rollcall.web.backend;

import dev.rollcall.backend.ClientVerification;
import dev.rollcall.input.Input;
import dev.rollcall.session.BackendClientView;
import dev.rollcall.session.SessionAdmin;
import dev.rollcall.token.HandshakePayloadView;
import dev.rollcall.token.HandshakeService;
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

/** The browsers and devices of an instance. */
@Path("/v1/clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private HandshakeService handshakes;

    @Inject
    private SessionAdmin sessions;

    @Inject
    private ClientVerification verification;

    @GET
    public Object getClientList() {
        return Listing.of(sessions.clients(instance.get(), query.get()), query.get());
    }

    @POST
    @Path("verify")
    public BackendClientView verifyClient(Input body) {
        return verification.verify(instance.get(), body);
    }

    @GET
    @Path("{client_id}")
    public BackendClientView getClient(@PathParam("client_id") String clientId) {
        return sessions.client(instance.get(), clientId);
    }

    @GET
    @Path("handshake_payload")
    public HandshakePayloadView getHandshakePayload() {
        return handshakes.payload(instance.get(), query.get());
    }
}
