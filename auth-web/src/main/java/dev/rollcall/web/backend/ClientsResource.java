package dev.rollcall.web.backend;

import dev.rollcall.token.HandshakePayloadView;
import dev.rollcall.token.HandshakeService;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an app's server asks about browsers. */
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

    @GET
    @Path("handshake_payload")
    public HandshakePayloadView getHandshakePayload() {
        return handshakes.payload(instance.get(), query.get());
    }
}
