package dev.rollcall.device;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a device is asked to sign. */
@Entity
@Table(name = "device_challenge")
class DeviceChallenge extends Row {

    @Column(name = "client_data", updatable = false)
    private String clientData;

    @Column(name = "expire_at", updatable = false)
    private Instant expireAt;

    protected DeviceChallenge() {}

    DeviceChallenge(String instanceId, String id, String clientData, Instant expireAt) {
        super(instanceId, id);
        this.clientData = clientData;
        this.expireAt = expireAt;
    }
}
