package dev.rollcall.message;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One e-mail as it was written. What it says may let somebody in, so subject, bodies and data are kept sealed. */
@Entity
@Table(name = "message")
class Message extends Row {

    private static final String EMAIL = "EMAIL";

    @SuppressWarnings("UnusedVariable") // for the database
    private String channel;

    private String slug;
    private String recipient;

    @Column(name = "user_id")
    private String userId;

    private byte[] sealed;

    @Enumerated(EnumType.STRING)
    private MessageStatus status;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Message() {}

    /** An e-mail to one address; {@code userId} is null while the person is not a user yet. */
    static Message email(
            String instanceId,
            String id,
            String slug,
            String recipient,
            String userId,
            byte[] sealed,
            MessageStatus status,
            Instant now) {
        var message = new Message();
        message.instanceId = instanceId;
        message.id = id;
        message.channel = EMAIL;
        message.slug = slug;
        message.recipient = recipient;
        message.userId = userId;
        message.sealed = sealed;
        message.status = status;
        message.createdAt = now;
        return message;
    }

    /** What the seal of a message is bound to: a sealed text moved to another row does not open. */
    static String sealContext(String instanceId, String id) {
        return "message/" + instanceId + "/" + id;
    }

    String slug() {
        return slug;
    }

    String recipient() {
        return recipient;
    }

    String userId() {
        return userId;
    }

    byte[] sealed() {
        return sealed;
    }

    MessageStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }
}
