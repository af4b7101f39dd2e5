package dev.rollcall.web.platform;

import dev.rollcall.backend.UserAdmin;
import dev.rollcall.backend.UserBarring;
import dev.rollcall.backend.UserImageAdmin;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Scope;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import dev.rollcall.user.UserView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Needs;
import dev.rollcall.web.shared.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The users of an instance, as operators manage them. */
@Path("/v1/platform/applications/{applicationID}/instances/{envOrInsID}/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstanceUsersResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private UserAdmin users;

    @Inject
    private UserBarring barring;

    @Inject
    private UserImageAdmin images;

    @GET
    @Needs(Scope.USERS_READ)
    public Paged<UserView> platformListInstanceUsers(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment) {
        return users.page(instance.named(application, environment), query.get());
    }

    @POST
    @Needs(Scope.USERS_WRITE)
    public UserView platformCreateInstanceUser(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment, Input body) {
        return users.create(instance.named(application, environment), body);
    }

    @DELETE
    @Path("{userID}")
    @Needs(Scope.USERS_WRITE)
    public DeletedView platformDeleteUser(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("userID") String user) {
        return users.delete(instance.named(application, environment), user);
    }

    @POST
    @Path("{userID}/profile_image")
    @Needs(Scope.USERS_WRITE)
    public UserView platformSetUserProfileImage(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("userID") String user,
            Upload image) {
        return images.set(instance.named(application, environment), user, image.content());
    }

    @DELETE
    @Path("{userID}/profile_image")
    @Needs(Scope.USERS_WRITE)
    public UserView platformDeleteUserProfileImage(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("userID") String user) {
        return images.remove(instance.named(application, environment), user);
    }

    @POST
    @Path("{userID}/ban")
    @Needs(Scope.USERS_WRITE)
    public UserView platformBanUser(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("userID") String user) {
        return barring.ban(instance.named(application, environment), user);
    }

    @POST
    @Path("{userID}/unban")
    @Needs(Scope.USERS_WRITE)
    public UserView platformUnbanUser(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("userID") String user) {
        return barring.unban(instance.named(application, environment), user);
    }
}
