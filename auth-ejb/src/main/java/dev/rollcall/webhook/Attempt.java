package dev.rollcall.webhook;

import dev.rollcall.data.Row;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One request to an endpoint and what came of it: written once, never changed. */
@Entity
@Table(name = "webhook_attempt")
class Attempt extends Row {

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "endpoint_id")
    private String endpointId;

    private String url;
    private boolean success;

    @Column(name = "response_status")
    private int responseStatus;

    private byte[] response;

    @Column(name = "duration_ms")
    private int durationMs;

    private boolean manual;

    @Column(name = "request_headers")
    private JsonObject requestHeaders;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Attempt() {}

    byte[] response() {
        return response;
    }

    String eventId() {
        return eventId;
    }

    Instant createdAt() {
        return createdAt;
    }

    AttemptOut view(String openedResponse, EventOut event) {
        var status = success ? DeliveryStatus.SUCCESS : DeliveryStatus.FAIL;
        return new AttemptOut(
                id,
                eventId,
                endpointId,
                url,
                openedResponse,
                responseStatus,
                durationMs,
                status.number(),
                status.text(),
                manual ? 1 : 0,
                createdAt,
                requestHeaders,
                event);
    }
}
