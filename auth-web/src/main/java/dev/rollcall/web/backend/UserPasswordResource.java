package dev.rollcall.web.backend;

import dev.rollcall.backend.UserPasswordAdmin;
import dev.rollcall.backend.VerifiedView;
import dev.rollcall.input.Input;
import dev.rollcall.user.UserView;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The passwords of an instance's users. */
@Path("/v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserPasswordResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private UserPasswordAdmin passwords;

    @POST
    @Path("{user_id}/verify_password")
    public VerifiedView verifyPassword(@PathParam("user_id") String userId, Input body) {
        return passwords.verify(instance.get(), userId, body);
    }

    @POST
    @Path("{user_id}/remove_password")
    public UserView removeUserPassword(@PathParam("user_id") String userId, Input body) {
        return passwords.remove(instance.get(), userId, body);
    }

    @POST
    @Path("{user_id}/password/set_compromised")
    public UserView setUserPasswordCompromised(@PathParam("user_id") String userId, Input body) {
        return passwords.setCompromised(instance.get(), userId, body);
    }

    @POST
    @Path("{user_id}/password/unset_compromised")
    public UserView unsetUserPasswordCompromised(@PathParam("user_id") String userId) {
        return passwords.unsetCompromised(instance.get(), userId);
    }
}
