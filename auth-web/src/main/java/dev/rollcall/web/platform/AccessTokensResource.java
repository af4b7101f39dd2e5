package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.AccessTokenView;
import dev.rollcall.instance.AccessTokens;
import dev.rollcall.instance.DeletedApplicationView;
import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.CurrentOperator;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The tokens of operators and of their machines. Not part of Clerk's API. */
@Path("/v1/platform/access_tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccessTokensResource {

    @Inject
    private CurrentOperator operator;

    @Inject
    private AccessTokens tokens;

    @GET
    @Needs(Scope.TOKENS_READ)
    public List<AccessTokenView> platformListAccessTokens() {
        return tokens.list();
    }

    @POST
    @Needs(Scope.TOKENS_WRITE)
    public AccessTokenView platformCreateAccessToken(Input body) {
        return tokens.create(operator.get(), body);
    }

    @DELETE
    @Path("{tokenID}")
    @Needs(Scope.TOKENS_WRITE)
    public DeletedApplicationView platformRevokeAccessToken(@PathParam("tokenID") String id) {
        return tokens.revoke(operator.get(), id);
    }
}
