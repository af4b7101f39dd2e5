package dev.rollcall.instance;

import dev.rollcall.data.Root;
import dev.rollcall.image.Picture;
import dev.rollcall.image.StoredImage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A picture that stands for an application, as it was uploaded. */
@Entity
@Table(name = "application_image")
class ApplicationImage extends Root {

    /** What a picture is for. An application has at most one of each. */
    enum Kind {
        LOGO,
        FAVICON
    }

    @Column(name = "application_id", updatable = false)
    private String applicationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(name = "content_type", updatable = false)
    private String contentType;

    @Column(updatable = false)
    private byte[] content;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected ApplicationImage() {}

    ApplicationImage(String id, String applicationId, Kind kind, Picture picture, Instant now) {
        super(id);
        this.applicationId = applicationId;
        this.kind = kind;
        this.contentType = picture.format().contentType();
        this.content = picture.content();
        this.createdAt = now;
    }

    String applicationId() {
        return applicationId;
    }

    StoredImage toStored() {
        return new StoredImage(contentType, content);
    }
}
