package dev.rollcall.instance;

import dev.rollcall.data.Root;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/** An app whose people we know; it has up to two instances, one to develop against and one to live. */
@Entity
class Application extends Root {

    private String name;

    @Column(name = "logo_image_id")
    private String logoImageId;

    @Column(name = "favicon_image_id")
    private String faviconImageId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Application() {}

    Application(String id, String name, Instant now) {
        super(id);
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void rename(String newName, Instant now) {
        name = newName;
        updatedAt = now;
    }

    /** Shows this image, or none, from now on. */
    void show(ApplicationImage.Kind kind, String imageId, Instant now) {
        switch (kind) {
            case LOGO -> logoImageId = imageId;
            case FAVICON -> faviconImageId = imageId;
        }
        updatedAt = now;
    }

    /** Null where there is none. */
    String logoImageId() {
        return logoImageId;
    }

    /** Null where there is none. */
    String faviconImageId() {
        return faviconImageId;
    }

    String name() {
        return name;
    }
}
