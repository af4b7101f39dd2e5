package dev.rollcall.device;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds the devices that are trusted now. */
@ApplicationScoped
class DeviceStore {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** One of them. */
    Optional<TrustedDevice> active(String instanceId, String deviceId) {
        return rows.find(TrustedDevice.class, instanceId, deviceId).filter(TrustedDevice::isActive);
    }

    /** A user's, oldest first. */
    List<TrustedDevice> activeOf(String instanceId, String userId) {
        return rows.of(TrustedDevice.class, instanceId)
                .where("e.userId = :user and e.revokedAt is null")
                .with("user", userId)
                .orderedBy("e.createdAt, e.id")
                .list();
    }

    /** Notes that one lets its user in; answers whether it is still trusted. */
    boolean used(String instanceId, String deviceId) {
        var device = rows.lock(TrustedDevice.class, instanceId, deviceId).filter(TrustedDevice::isActive);
        device.ifPresent(found -> found.used(clock.now()));
        return device.isPresent();
    }
}
