package dev.rollcall.user;

import dev.rollcall.data.Row;
import dev.rollcall.image.Picture;
import dev.rollcall.image.StoredImage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The picture that a user has given of themselves, as it was uploaded. */
@Entity
@Table(name = "profile_image")
class ProfileImage extends Row {

    @Column(name = "user_id")
    private String userId;

    @Column(name = "content_type")
    private String contentType;

    private byte[] content;

    @Column(name = "created_at")
    private Instant createdAt;

    protected ProfileImage() {}

    ProfileImage(String instanceId, String id, String userId, Picture picture, Instant createdAt) {
        super(instanceId, id);
        this.userId = userId;
        this.contentType = picture.format().contentType();
        this.content = picture.content();
        this.createdAt = createdAt;
    }

    String userId() {
        return userId;
    }

    StoredImage toStored() {
        return new StoredImage(contentType, content);
    }
}
