package dev.rollcall.webhook;

import dev.rollcall.data.Row;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody called the instance who manages its endpoints. */
@Entity
@Table(name = "webhook_application")
class WebhookApplication extends Row {

    private String uid;
    private String name;
    private JsonObject metadata = JsonObject.EMPTY_JSON_OBJECT;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WebhookApplication() {}

    WebhookApplication(String instanceId, String name, Instant now) {
        super(instanceId, instanceId);
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void describe(String newName, String newUid, JsonObject newMetadata, Instant now) {
        name = newName;
        uid = newUid;
        metadata = newMetadata;
        updatedAt = now;
    }

    ApplicationOut view() {
        return new ApplicationOut(id, uid, name, metadata, createdAt, updatedAt);
    }
}
