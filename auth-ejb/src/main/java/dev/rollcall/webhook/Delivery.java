package dev.rollcall.webhook;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One event on its way to one endpoint. */
@Entity
@Table(name = "webhook_delivery")
class Delivery extends Row {

    @Column(name = "event_id", updatable = false)
    private String eventId;

    @Column(name = "endpoint_id", updatable = false)
    private String endpointId;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Delivery() {}

    String eventId() {
        return eventId;
    }

    String endpointId() {
        return endpointId;
    }

    DeliveryStatus status() {
        return status;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
