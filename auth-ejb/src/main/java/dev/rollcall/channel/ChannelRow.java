package dev.rollcall.channel;

import dev.rollcall.data.Row;
import dev.rollcall.template.Medium;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** An instance's own way out for one medium. */
@Entity
@Table(name = "message_channel")
class ChannelRow extends Row {

    @Enumerated(EnumType.STRING)
    private ChannelKind kind;

    private JsonObject settings;
    private byte[] sealed;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ChannelRow() {}

    ChannelRow(String instanceId, Medium medium, Instant now) {
        super(instanceId, medium.wire());
        this.createdAt = now;
    }

    /** From now on this way; {@code secrets} are sealed, or null where the kind has none. */
    void set(ChannelKind newKind, JsonObject newSettings, byte[] secrets, Instant now) {
        kind = newKind;
        settings = newSettings;
        sealed = secrets;
        updatedAt = now;
    }

    static String sealContext(String instanceId, Medium medium) {
        return "message_channel/" + instanceId + "/" + medium.wire();
    }

    ChannelKind kind() {
        return kind;
    }

    JsonObject settings() {
        return settings;
    }

    byte[] sealed() {
        return sealed;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
