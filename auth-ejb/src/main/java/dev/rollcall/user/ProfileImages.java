package dev.rollcall.user;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.image.Picture;
import dev.rollcall.image.StoredImage;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Keeps one profile image a user. Which one a user shows is said by the user's own row, which the caller changes with it. */
@Stateless
public class ProfileImages {

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    /**
     * Stores a user's new image in place of the one before. The content alone says what it is; a type declared by the uploader is
     * not asked for. What the file tells of where and by whom it was taken is not kept.
     *
     * @return the image's id
     */
    public String store(Instance instance, String userId, byte[] content) {
        var picture = Picture.of(content);
        remove(instance, userId);
        var id = Ids.next(Prefix.IMAGE);
        rows.add(new ProfileImage(instance.id(), id, userId, picture, clock.now()));
        return id;
    }

    /** Deletes a user's image, if there is one. */
    public void remove(Instance instance, String userId) {
        lockUser(instance.id(), userId);
        rows.of(ProfileImage.class, instance.id())
                .where("e.userId = :user")
                .with("user", userId)
                .delete();
    }

    /** The image of that id, if it is this user's. */
    public Optional<StoredImage> find(String instanceId, String userId, String imageId) {
        return rows.find(ProfileImage.class, instanceId, imageId)
                .filter(i -> i.userId().equals(userId))
                .map(ProfileImage::toStored);
    }

    /** What stands for a user without an image, if there is such a user. */
    public Optional<StoredImage> initials(String instanceId, String userId) {
        return rows.sql(instanceId, """
                        select coalesce(u.first_name, ''), coalesce(u.last_name, ''), coalesce(i.identifier, '')
                        from users u
                        left join identification i on i.instance_id = u.instance_id and i.id = u.primary_email_address_id
                        where u.instance_id = ?1 and u.id = ?2""").with(userId).list().stream()
                .findFirst()
                .map(names -> InitialsAvatar.of(userId, (String) names[0], (String) names[1], (String) names[2]));
    }

    /** Two uploads at once would each leave an image behind; the user's row lets them pass one by one. */
    private void lockUser(String instanceId, String userId) {
        var user = rows.sql(instanceId, "select id from users where instance_id = ?1 and id = ?2 for update")
                .with(userId);
        if (user.list().isEmpty()) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
    }
}
