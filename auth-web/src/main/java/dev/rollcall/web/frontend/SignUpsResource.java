package dev.rollcall.web.frontend;

import dev.rollcall.input.Input;
import dev.rollcall.signup.SignUpService;
import dev.rollcall.signup.SignUpView;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How somebody becomes a user, step by step. */
@Path("/v1/client/sign_ups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignUpsResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private SignUpService signUps;

    @POST
    public SignUpView createSignUps(Input form) {
        return signUps.create(caller.get(), form);
    }

    @WithClient
    @GET
    @Path("{sign_up_id}")
    public SignUpView getSignUps(@PathParam("sign_up_id") String id) {
        return signUps.get(caller.get(), id);
    }

    @PATCH
    @Path("{sign_up_id}")
    public SignUpView updateSignUps(@PathParam("sign_up_id") String id, Input form) {
        return signUps.update(caller.get(), id, form);
    }

    @POST
    @Path("{sign_up_id}/prepare_verification")
    public SignUpView prepareSignUpsVerification(@PathParam("sign_up_id") String id, Input form) {
        return signUps.prepareVerification(caller.get(), id, form);
    }

    @POST
    @Path("{sign_up_id}/attempt_verification")
    public SignUpView attemptSignUpsVerification(@PathParam("sign_up_id") String id, Input form) {
        return signUps.attemptVerification(caller.get(), id, form);
    }
}
