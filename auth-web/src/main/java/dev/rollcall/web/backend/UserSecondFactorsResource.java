package dev.rollcall.web.backend;

import dev.rollcall.backend.UserIdView;
import dev.rollcall.backend.UserSecondFactorAdmin;
import dev.rollcall.backend.VerifiedCodeView;
import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The second factors of an instance's users. */
@Path("/v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserSecondFactorsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private UserSecondFactorAdmin secondFactors;

    @DELETE
    @Path("{user_id}/mfa")
    public UserIdView disableMFA(@PathParam("user_id") String userId) {
        return secondFactors.disableMfa(instance.get(), userId);
    }

    @DELETE
    @Path("{user_id}/totp")
    public UserIdView deleteTOTP(@PathParam("user_id") String userId) {
        return secondFactors.deleteTotp(instance.get(), userId);
    }

    @DELETE
    @Path("{user_id}/backup_code")
    public UserIdView deleteBackupCode(@PathParam("user_id") String userId) {
        return secondFactors.deleteBackupCode(instance.get(), userId);
    }

    @POST
    @Path("{user_id}/verify_totp")
    public VerifiedCodeView verifyTOTP(@PathParam("user_id") String userId, Input body) {
        return secondFactors.verifyTotp(instance.get(), userId, body);
    }
}
