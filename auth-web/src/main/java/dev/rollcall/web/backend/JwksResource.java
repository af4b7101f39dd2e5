package dev.rollcall.web.backend;

import dev.rollcall.key.JwksView;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The public keys that an app's server checks session tokens with. */
@Path("/v1/jwks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private SigningKeys keys;

    @GET
    public JwksView getJwks() {
        return keys.jwks(instance.get());
    }
}
