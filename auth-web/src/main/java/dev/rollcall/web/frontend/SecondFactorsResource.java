package dev.rollcall.web.frontend;

import dev.rollcall.factor.BackupCodesView;
import dev.rollcall.factor.TotpView;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.profile.SecondFactorService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The user's authenticator app and backup codes. */
@Path("/v1/me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorsResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private SecondFactorService secondFactors;

    @POST
    @Path("totp")
    public TotpView postTOTP() {
        return secondFactors.createTotp(caller.get());
    }

    @DELETE
    @Path("totp")
    public DeletedView deleteTOTP() {
        return secondFactors.deleteTotp(caller.get());
    }

    @POST
    @Path("totp/attempt_verification")
    public TotpView verifyTOTP(Input form) {
        return secondFactors.attemptTotp(caller.get(), form);
    }

    @POST
    @Path("backup_codes")
    public BackupCodesView createBackupCodes() {
        return secondFactors.createBackupCodes(caller.get());
    }
}
