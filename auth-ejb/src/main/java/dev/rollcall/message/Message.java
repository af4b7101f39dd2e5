package dev.rollcall.message;

import dev.rollcall.data.Row;
import dev.rollcall.template.Medium;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One message as it was written. What it says may let somebody in, so subject, bodies and data are kept sealed. */
@Entity
@Table(name = "message")
class Message extends Row {

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Medium medium;

    private String slug;
    private String recipient;

    @Column(name = "address_id")
    private String addressId;

    @Column(name = "user_id")
    private String userId;

    private byte[] sealed;

    @Enumerated(EnumType.STRING)
    private MessageStatus status;

    @Column(name = "delivered_by_us")
    private boolean deliveredByUs;

    @Column(name = "job_id")
    private String jobId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String error;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Message() {}

    /** A message to one address; {@code userId} and {@code addressId} are null while the person is not a user yet. */
    Message(
            String instanceId,
            String id,
            Medium medium,
            String slug,
            String recipient,
            String userId,
            String addressId,
            byte[] sealed,
            Instant now) {
        super(instanceId, id);
        this.medium = medium;
        this.slug = slug;
        this.recipient = recipient;
        this.userId = userId;
        this.addressId = addressId;
        this.sealed = sealed;
        this.createdAt = now;
    }

    /** Kept for the inbox. */
    void capture() {
        status = MessageStatus.CAPTURED;
        deliveredByUs = true;
        finishedAt = createdAt;
    }

    /** Left to the app. */
    void handOver() {
        status = MessageStatus.HANDED_OVER;
        finishedAt = createdAt;
    }

    /** To go nowhere, whatever else was meant. */
    void withhold() {
        status = MessageStatus.WITHHELD;
        finishedAt = createdAt;
    }

    /** To be delivered by this job; {@code until} is null for news that stay news. */
    void queue(String job, Instant until) {
        status = MessageStatus.QUEUED;
        deliveredByUs = true;
        jobId = job;
        expiresAt = until;
    }

    /** It has failed and is tried anew. */
    void requeue() {
        if (status == MessageStatus.FAILED) {
            status = MessageStatus.QUEUED;
            finishedAt = null;
        }
    }

    /** A channel has taken it. */
    void delivered(Instant now) {
        status = MessageStatus.DELIVERED;
        error = null;
        finishedAt = now;
    }

    /** It was tried in vain and will be tried again. */
    void missed(String reason) {
        error = reason;
    }

    /** It will not be tried again by itself. */
    void failed(String reason, Instant now) {
        status = MessageStatus.FAILED;
        error = reason;
        finishedAt = now;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && now.isAfter(expiresAt);
    }

    /** What the seal of a message is bound to: a sealed text moved to another row does not open. */
    String sealContext() {
        return sealContext(instanceId, id);
    }

    static String sealContext(String instanceId, String id) {
        return "message/" + instanceId + "/" + id;
    }

    Medium medium() {
        return medium;
    }

    String slug() {
        return slug;
    }

    String recipient() {
        return recipient;
    }

    String addressId() {
        return addressId;
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

    boolean isDeliveredByUs() {
        return deliveredByUs;
    }

    String jobId() {
        return jobId;
    }

    String error() {
        return error;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }
}
