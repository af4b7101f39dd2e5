package dev.rollcall.web.backend;

import dev.rollcall.backend.UserBarring;
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
import java.util.List;

/** Which users of an instance may not sign in. */
@Path("/v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserBarringResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private UserBarring users;

    @POST
    @Path("ban")
    public List<UserView> usersBan(Input body) {
        return users.banAll(instance.get(), body);
    }

    @POST
    @Path("unban")
    public List<UserView> usersUnban(Input body) {
        return users.unbanAll(instance.get(), body);
    }

    @POST
    @Path("{user_id}/ban")
    public UserView banUser(@PathParam("user_id") String userId) {
        return users.ban(instance.get(), userId);
    }

    @POST
    @Path("{user_id}/unban")
    public UserView unbanUser(@PathParam("user_id") String userId) {
        return users.unban(instance.get(), userId);
    }

    @POST
    @Path("{user_id}/lock")
    public UserView lockUser(@PathParam("user_id") String userId) {
        return users.lock(instance.get(), userId);
    }

    @POST
    @Path("{user_id}/unlock")
    public UserView unlockUser(@PathParam("user_id") String userId) {
        return users.unlock(instance.get(), userId);
    }
}
