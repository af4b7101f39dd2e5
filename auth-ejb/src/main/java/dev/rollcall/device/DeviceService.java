package dev.rollcall.device;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** The devices whose keys stand for their users. */
@Stateless
public class DeviceService {

    @Inject
    private Rows rows;

    @Inject
    private DeviceStore store;

    @Inject
    private Clock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private UserService users;

    @Inject
    private DeviceChallenges challenges;

    @Inject
    private AuditLog audit;

    /** Refuses an instance that trusts no devices. */
    public static void requireOn(Instance instance) {
        if (!instance.settings().signIn().trustedDevices()) {
            throw CommonProblem.AUTHORIZATION_INVALID.refusal();
        }
    }

    /** What a device is to sign that wants to be trusted. */
    public DeviceChallengeView prepare(Instance instance, String userId, Input form) {
        requireOn(instance);
        return challenges.toEnrol(instance, userId, DeviceForm.of(form));
    }

    /** Trusts a device that has signed it. The challenge is used up, right or wrong. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TrustedDeviceView attempt(Instance instance, String userId, Input input) {
        requireOn(instance);
        var form = DeviceForm.of(input);
        var clientData = input.required("client_data");
        var signature = input.required("signature");
        if (!transactions.required(() -> challenges.takeToEnrol(instance, userId, form, clientData))) {
            throw DeviceProblem.TRUSTED_DEVICE_CHALLENGE_INVALID.refusal("client_data");
        }
        if (!form.key().hasSigned(clientData, signature)) {
            throw DeviceProblem.TRUSTED_DEVICE_SIGNATURE_INVALID.refusal("signature");
        }
        return transactions.required(() -> trusted(instance, userId, form));
    }

    private TrustedDeviceView trusted(Instance instance, String userId, DeviceForm form) {
        users.hold(instance, userId);
        var device = rows.add(new TrustedDevice(instance.id(), userId, form, clock.now()));
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? DeviceProblem.TRUSTED_DEVICE_EXISTS.refusal("public_key_jwk") : e;
        }
        audit.record(instance.id(), AuditAct.of("user.trusted_device_added", "user", userId));
        return device.view();
    }

    /** The user's trusted devices, oldest first. */
    public List<TrustedDeviceView> active(Instance instance, String userId) {
        return store.activeOf(instance.id(), userId).stream()
                .map(TrustedDevice::view)
                .toList();
    }

    /** Trusts one of the user's devices no more. */
    public TrustedDeviceView revoke(Instance instance, String userId, String deviceId) {
        var device = rows.lock(TrustedDevice.class, instance.id(), deviceId)
                .filter(found -> found.userId().equals(userId))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (device.isActive()) {
            device.revoke(clock.now());
            audit.record(instance.id(), AuditAct.of("user.trusted_device_revoked", "user", userId));
        }
        return device.view();
    }

    /** Whether a device is still trusted. */
    public TrustedDeviceValidationView validate(Instance instance, String deviceId) {
        requireOn(instance);
        return TrustedDeviceValidationView.of(
                store.active(instance.id(), deviceId).isPresent());
    }
}
