package dev.rollcall.web.backend;

import dev.rollcall.backend.UserImageAdmin;
import dev.rollcall.user.UserView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The pictures of an instance's users. */
@Path("/v1/users/{user_id}/profile_image")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserImageResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private UserImageAdmin images;

    @POST
    public UserView setUserProfileImage(@PathParam("user_id") String userId, Upload image) {
        return images.set(instance.get(), userId, image.content());
    }

    @DELETE
    public UserView deleteUserProfileImage(@PathParam("user_id") String userId) {
        return images.remove(instance.get(), userId);
    }
}
