package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.ApplicationView;
import dev.rollcall.instance.InstanceProblem;
import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** Applications that nobody had to ask for. This server makes none: whoever could reach it could fill it. */
@Path("/v1/platform/accountless_applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountlessApplicationsResource {

    @POST
    @Path("claim")
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformClaimAccountlessApplication(Input body) {
        body.only(Set.of("token", "name"));
        throw InstanceProblem.ACCOUNTLESS_APPLICATION_NOT_FOUND.refusal();
    }
}
