package dev.rollcall.webhook;

import dev.rollcall.data.Row;
import dev.rollcall.data.TextArrayConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Something that happened, as it is told: written once, never changed. */
@Entity
@Table(name = "webhook_event")
class WebhookEvent extends Row {

    private String type;

    @Column(name = "event_id")
    private String eventId;

    @Convert(converter = TextArrayConverter.class)
    private List<String> channels;

    private byte[] payload;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected WebhookEvent() {}

    String type() {
        return type;
    }

    String eventId() {
        return eventId;
    }

    List<String> channels() {
        return channels == null || channels.isEmpty() ? null : channels;
    }

    byte[] payload() {
        return payload;
    }

    Instant createdAt() {
        return createdAt;
    }
}
