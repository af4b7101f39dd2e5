package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.ApplicationService;
import dev.rollcall.instance.ApplicationView;
import dev.rollcall.instance.DeletedApplicationView;
import dev.rollcall.instance.RotatedKeysView;
import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.CurrentOperator;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The applications that this server serves. */
@Path("/v1/platform/applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationsResource {

    private static final String SECRETS = "include_secret_keys";

    @Inject
    private ApplicationService applications;

    @Inject
    private CurrentQuery query;

    @Inject
    private CurrentOperator operator;

    @GET
    @Needs(Scope.APPLICATIONS_READ)
    public List<ApplicationView> platformListApplications() {
        return applications.list(operator.get(), secrets());
    }

    @POST
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformCreateApplication(Input body) {
        return applications.create(operator.get(), body);
    }

    @GET
    @Path("{applicationID}")
    @Needs(Scope.APPLICATIONS_READ)
    public ApplicationView platformGetApplication(@PathParam("applicationID") String id) {
        return applications.get(operator.get(), id, secrets());
    }

    @PATCH
    @Path("{applicationID}")
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformUpdateApplication(@PathParam("applicationID") String id, Input body) {
        return applications.update(id, body);
    }

    @DELETE
    @Path("{applicationID}")
    @Needs(Scope.APPLICATIONS_WRITE)
    public DeletedApplicationView platformDeleteApplication(@PathParam("applicationID") String id) {
        return applications.delete(id);
    }

    @POST
    @Path("{applicationID}/rotate_secret_keys")
    @Needs(Scope.KEYS_WRITE)
    public RotatedKeysView platformRotateSecretKeys(@PathParam("applicationID") String id, Input body) {
        return applications.rotateSecretKeys(operator.get(), id, body);
    }

    private boolean secrets() {
        return operator.may(Scope.KEYS_READ, query.get().flag(SECRETS, false));
    }
}
