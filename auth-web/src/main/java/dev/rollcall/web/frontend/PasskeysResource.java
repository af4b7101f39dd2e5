package dev.rollcall.web.frontend;

import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.passkey.PasskeyView;
import dev.rollcall.profile.MyPasskeys;
import dev.rollcall.web.shared.CurrentCaller;
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

/** The user's passkeys. */
@Path("/v1/me/passkeys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PasskeysResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private MyPasskeys passkeys;

    @POST
    public PasskeyView postPasskey() {
        return passkeys.create(caller.get());
    }

    @GET
    @WithClient
    @Path("{passkey_id}")
    public PasskeyView readPasskey(@PathParam("passkey_id") String id) {
        return passkeys.get(caller.get(), id);
    }

    @PATCH
    @Path("{passkey_id}")
    public PasskeyView patchPasskey(@PathParam("passkey_id") String id, Input form) {
        return passkeys.rename(caller.get(), id, form);
    }

    @DELETE
    @Path("{passkey_id}")
    public DeletedView deletePasskey(@PathParam("passkey_id") String id) {
        return passkeys.delete(caller.get(), id);
    }

    @POST
    @Path("{passkey_id}/attempt_verification")
    public PasskeyView attemptPasskeyVerification(@PathParam("passkey_id") String id, Input form) {
        return passkeys.attempt(caller.get(), id, form);
    }
}
