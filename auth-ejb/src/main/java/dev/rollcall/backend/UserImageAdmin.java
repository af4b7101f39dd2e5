package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.ProfileImages;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The pictures of users, as an app's server sets them. */
@Stateless
public class UserImageAdmin {

    @Inject
    private UserService users;

    @Inject
    private ProfileImages images;

    /** Shows a new picture in place of the one before. */
    public UserView set(Instance instance, String userId, byte[] content) {
        users.show(instance, userId, images.store(instance, userId, content));
        return users.backendView(instance, userId);
    }

    /** Goes back to the rendered initials. */
    public UserView remove(Instance instance, String userId) {
        users.hold(instance, userId);
        if (!users.backendView(instance, userId).hasImage()) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        images.remove(instance, userId);
        users.show(instance, userId, null);
        return users.backendView(instance, userId);
    }
}
