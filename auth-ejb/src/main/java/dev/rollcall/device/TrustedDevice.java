package dev.rollcall.device;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A native app on a device that holds a key for its user. */
@Entity
@Table(name = "trusted_device")
class TrustedDevice extends Row {

    @Column(name = "user_id", updatable = false)
    private String userId;

    @Column(updatable = false)
    private String platform;

    @Column(name = "app_identifier", updatable = false)
    private String appIdentifier;

    @Column(updatable = false)
    private String name;

    @Column(name = "public_key", updatable = false)
    private String publicKey;

    @Column(updatable = false)
    private String thumbprint;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected TrustedDevice() {}

    TrustedDevice(String instanceId, String userId, DeviceForm form, Instant now) {
        super(instanceId, Ids.next(Prefix.TRUSTED_DEVICE));
        this.userId = userId;
        this.platform = form.platform();
        this.appIdentifier = form.appIdentifier();
        this.name = form.name();
        this.publicKey = form.key().jwk();
        this.thumbprint = form.key().thumbprint();
        this.createdAt = now;
        this.updatedAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            updatedAt = now;
        }
    }

    void used(Instant now) {
        lastUsedAt = now;
        updatedAt = now;
    }

    boolean isActive() {
        return revokedAt == null;
    }

    String userId() {
        return userId;
    }

    DeviceKey key() {
        return DeviceKey.of(publicKey, "public_key_jwk");
    }

    TrustedDeviceView view() {
        return new TrustedDeviceView(
                id,
                "trusted_device",
                platform,
                appIdentifier,
                name,
                DeviceKey.ALGORITHM,
                isActive() ? "active" : "revoked",
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli(),
                lastUsedAt == null ? null : lastUsedAt.toEpochMilli(),
                revokedAt == null ? null : revokedAt.toEpochMilli());
    }
}
