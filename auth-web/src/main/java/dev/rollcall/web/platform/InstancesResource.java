package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.InstanceCreation;
import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.CurrentOperator;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The instances of an application. */
@Path("/v1/platform/applications/{applicationID}/instances")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstancesResource {

    @Inject
    private CurrentOperator operator;

    @Inject
    private InstanceCreation creation;

    @POST
    @Needs(Scope.APPLICATIONS_WRITE)
    public Response platformCreateInstance(@PathParam("applicationID") String application, Input body) {
        return Response.status(Response.Status.CREATED)
                .entity(creation.create(operator.get(), application, body))
                .build();
    }
}
