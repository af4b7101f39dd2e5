package dev.rollcall.profile;

import dev.rollcall.client.ClientService;
import dev.rollcall.data.Transactions;
import dev.rollcall.device.DeviceChallengeView;
import dev.rollcall.device.DeviceService;
import dev.rollcall.device.TrustedDeviceValidationView;
import dev.rollcall.device.TrustedDeviceView;
import dev.rollcall.input.Input;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.SessionService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The trusted devices of signed-in people. */
@Stateless
public class TrustedDeviceService {

    @Inject
    private Transactions transactions;

    @Inject
    private StepUp stepUp;

    @Inject
    private SessionService sessions;

    @Inject
    private DeviceService devices;

    @Inject
    private ClientService clients;

    @Inject
    private RateLimits limits;

    /** Those trusted now ({@code listTrustedDevices}). */
    public List<TrustedDeviceView> list(Caller caller) {
        return devices.active(caller.instance(), sessions.current(caller).userId());
    }

    /** What the device is to sign ({@code prepareTrustedDevice}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DeviceChallengeView prepare(Caller caller, Input form) {
        return devices.prepare(caller.instance(), counted(caller), form);
    }

    /** Trusts the device ({@code attemptTrustedDevice}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TrustedDeviceView attempt(Caller caller, Input form) {
        return devices.attempt(caller.instance(), counted(caller), form);
    }

    private String counted(Caller caller) {
        var userId = transactions.required(() -> stepUp.sensitive(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId);
        return userId;
    }

    /** Trusts it no more ({@code revokeTrustedDevice}). */
    public TrustedDeviceView revoke(Caller caller, String deviceId) {
        return devices.revoke(caller.instance(), stepUp.sensitive(caller).userId(), deviceId);
    }

    /** Whether it is trusted, for an app that nobody is signed in to ({@code validateTrustedDevice}). */
    public TrustedDeviceValidationView validate(Caller caller, Input form) {
        limits.take(caller, Limit.SIGN_IN);
        DeviceService.requireOn(caller.instance());
        clients.ensure(caller); // the answer shows it
        return devices.validate(caller.instance(), form.required("trusted_device_id"));
    }
}
