package dev.rollcall.web.backend;

import dev.rollcall.backend.InstanceAdmin;
import dev.rollcall.backend.InstanceAnswers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.DomainChange;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Settings under the paths that they had while they were new. */
@Path("/v1/beta_features")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BetaFeaturesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private InstanceAdmin settings;

    @Inject
    private DomainChange domains;

    @PATCH
    @Path("instance_settings")
    public InstanceAnswers.AuthConfig updateInstanceAuthConfig(Input body) {
        return settings.updateAuthConfig(instance.get(), body);
    }

    @PUT
    @Path("domain")
    public Response updateProductionInstanceDomain(Input body) {
        domains.change(instance.get(), body);
        return Response.accepted().build();
    }
}
