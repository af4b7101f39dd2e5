package dev.rollcall.backend;

import dev.rollcall.device.DeviceService;
import dev.rollcall.device.TrustedDeviceView;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Paged;
import dev.rollcall.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What an app's server may do with the trusted devices of its users. */
@Stateless
public class UserDeviceAdmin {

    @Inject
    private UserService users;

    @Inject
    private DeviceService devices;

    /** Those trusted now, oldest first. */
    public Paged<TrustedDeviceView> list(Instance instance, String userId) {
        users.refuseUnknown(instance, userId);
        var active = devices.active(instance, userId);
        return new Paged<>(active, active.size());
    }

    /** Trusts one no more. */
    public TrustedDeviceView revoke(Instance instance, String userId, String deviceId) {
        return devices.revoke(instance, userId, deviceId);
    }
}
