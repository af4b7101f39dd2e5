package dev.rollcall.web.backend;

import dev.rollcall.token.TestingTokens;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tokens by which an app's automated tests pass the bot checks. */
@Path("/v1/testing_tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TestingTokensResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private TestingTokens tokens;

    @POST
    public TestingTokens.View createTestingToken() {
        return tokens.create(instance.get());
    }
}
