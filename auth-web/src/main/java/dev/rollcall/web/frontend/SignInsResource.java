package dev.rollcall.web.frontend;

import dev.rollcall.input.Input;
import dev.rollcall.signin.NextFactorService;
import dev.rollcall.signin.SignInService;
import dev.rollcall.signin.SignInView;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How a user signs in, step by step. */
@Path("/v1/client/sign_ins")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInsResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private SignInService signIns;

    @Inject
    private NextFactorService nextFactors;

    @POST
    public SignInView createSignIn(Input form) {
        return signIns.create(caller.get(), form);
    }

    @WithClient
    @GET
    @Path("{sign_in_id}")
    public SignInView getSignIn(@PathParam("sign_in_id") String id) {
        return signIns.get(caller.get(), id);
    }

    @POST
    @Path("{sign_in_id}/prepare_first_factor")
    public SignInView prepareSignInFactorOne(@PathParam("sign_in_id") String id, Input form) {
        return signIns.prepareFirstFactor(caller.get(), id, form);
    }

    @POST
    @Path("{sign_in_id}/attempt_first_factor")
    public SignInView attemptSignInFactorOne(@PathParam("sign_in_id") String id, Input form) {
        return signIns.attemptFirstFactor(caller.get(), id, form);
    }

    @POST
    @Path("{sign_in_id}/prepare_second_factor")
    public SignInView prepareSignInFactorTwo(@PathParam("sign_in_id") String id, Input form) {
        return nextFactors.prepare(caller.get(), id, form);
    }

    @POST
    @Path("{sign_in_id}/attempt_second_factor")
    public SignInView attemptSignInFactorTwo(@PathParam("sign_in_id") String id, Input form) {
        return nextFactors.attempt(caller.get(), id, form);
    }

    @POST
    @Path("{sign_in_id}/reset_password")
    public SignInView resetPassword(@PathParam("sign_in_id") String id, Input form) {
        return signIns.resetPassword(caller.get(), id, form);
    }
}
