package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.token.ActorTokenView;
import dev.rollcall.token.ActorTokens;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tokens by which an app's staff acts as one of its users. */
@Path("/v1/actor_tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActorTokensResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private ActorTokens tokens;

    @POST
    public ActorTokenView createActorToken(Input body) {
        return tokens.create(instance.get(), body);
    }

    @POST
    @Path("{actor_token_id}/revoke")
    public ActorTokenView revokeActorToken(@PathParam("actor_token_id") String id) {
        return tokens.revoke(instance.get(), id);
    }
}
