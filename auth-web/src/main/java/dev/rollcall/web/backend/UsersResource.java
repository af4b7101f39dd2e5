package dev.rollcall.web.backend;

import dev.rollcall.backend.TotalCountView;
import dev.rollcall.backend.UserAdmin;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.user.UserView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.CurrentVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The users of an instance. */
@Path("/v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private CurrentVersion version;

    @Inject
    private UserAdmin users;

    @GET
    public List<UserView> getUserList() {
        return users.list(instance.get(), query.get());
    }

    @GET
    @Path("count")
    public TotalCountView getUsersCount() {
        return users.count(instance.get(), query.get());
    }

    @POST
    public UserView createUser(Input body) {
        return users.create(instance.get(), body);
    }

    @GET
    @Path("{user_id}")
    public UserView getUser(@PathParam("user_id") String userId) {
        return users.get(instance.get(), userId);
    }

    @PATCH
    @Path("{user_id}")
    public UserView updateUser(@PathParam("user_id") String userId, Input body) {
        return users.update(instance.get(), userId, body, version.get());
    }

    @DELETE
    @Path("{user_id}")
    public DeletedView deleteUser(@PathParam("user_id") String userId) {
        return users.delete(instance.get(), userId);
    }

    @PATCH
    @Path("{user_id}/metadata")
    public UserView updateUserMetadata(@PathParam("user_id") String userId, Input body) {
        return users.mergeMetadata(instance.get(), userId, body);
    }

    @PUT
    @Path("{user_id}/metadata")
    public UserView replaceUserMetadata(@PathParam("user_id") String userId, Input body) {
        return users.replaceMetadata(instance.get(), userId, body);
    }
}
