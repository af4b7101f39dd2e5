package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.token.SignInTokenView;
import dev.rollcall.token.SignInTokens;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tokens by which an app lets somebody in whom it knows. */
@Path("/v1/sign_in_tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInTokensResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private SignInTokens tokens;

    @POST
    public SignInTokenView createSignInToken(Input body) {
        return tokens.create(instance.get(), body);
    }

    @POST
    @Path("{sign_in_token_id}/revoke")
    public SignInTokenView revokeSignInToken(@PathParam("sign_in_token_id") String id) {
        return tokens.revoke(instance.get(), id);
    }
}
