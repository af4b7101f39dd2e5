package dev.rollcall.web.frontend;

import dev.rollcall.frontend.NavigationService;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.profile.ImageView;
import dev.rollcall.profile.ProfileService;
import dev.rollcall.token.TokenView;
import dev.rollcall.user.UserView;
import dev.rollcall.web.shared.CurrentCaller;
import dev.rollcall.web.shared.CurrentVersion;
import dev.rollcall.web.shared.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The signed-in user. */
@Path("/v1/me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private CurrentVersion version;

    @Inject
    private ProfileService profile;

    @Inject
    private NavigationService navigation;

    @GET
    @WithClient
    public UserView getUser() {
        return profile.get(caller.get());
    }

    @PATCH
    public UserView patchUser(Input form) {
        return profile.patch(caller.get(), form, version.get());
    }

    @DELETE
    public DeletedView deleteUser() {
        return profile.delete(caller.get());
    }

    @PATCH
    @Path("metadata")
    public UserView patchUserMetadata(Input form) {
        return profile.metadata(caller.get(), form);
    }

    @Bare
    @POST
    @Path("tokens")
    public TokenView createServiceToken(Input form) {
        return navigation.createServiceToken(caller.get(), form);
    }

    @POST
    @Path("change_password")
    public UserView changePassword(Input form) {
        return profile.changePassword(caller.get(), form);
    }

    @POST
    @Path("remove_password")
    public UserView removePassword(Input form) {
        return profile.removePassword(caller.get(), form);
    }

    @POST
    @Path("profile_image")
    public ImageView updateProfileImage(Upload image) {
        return profile.setImage(caller.get(), image.content());
    }

    @DELETE
    @Path("profile_image")
    public DeletedView deleteProfileImage() {
        return profile.removeImage(caller.get());
    }
}
