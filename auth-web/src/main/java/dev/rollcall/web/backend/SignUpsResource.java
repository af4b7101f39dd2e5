package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.signup.BackendSignUpView;
import dev.rollcall.signup.SignUpAdmin;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who is on the way to an account, as an app's server sees it. */
@Path("/v1/sign_ups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignUpsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private SignUpAdmin signUps;

    @GET
    @Path("{id}")
    public BackendSignUpView getSignUp(@PathParam("id") String id) {
        return signUps.get(instance.get(), id);
    }

    @PATCH
    @Path("{id}")
    public BackendSignUpView updateSignUp(@PathParam("id") String id, Input body) {
        return signUps.update(instance.get(), id, body);
    }
}
