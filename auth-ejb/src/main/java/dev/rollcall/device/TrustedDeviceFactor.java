package dev.rollcall.device;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.Candidate;
import dev.rollcall.factor.FactorView;
import dev.rollcall.factor.FirstFactor;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.verification.SignedChallenge;
import dev.rollcall.verification.SignedChallenges;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The key of a trusted device. The device says who it is for, so that nobody needs to be named. */
@ApplicationScoped
class TrustedDeviceFactor implements FirstFactor {

    private static final String DEVICE = "trusted_device_id";

    @Inject
    private DeviceStore devices;

    @Inject
    private DeviceChallenges challenges;

    @Inject
    private SignedChallenges signed;

    @Inject
    private VerificationService verifications;

    @Inject
    private Transactions transactions;

    @Override
    public Strategy strategy() {
        return Strategy.TRUSTED_DEVICE;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        boolean usable = instance.settings().signIn().trustedDevices()
                && (user.isVeiled()
                        || !devices.activeOf(instance.id(), user.userId()).isEmpty());
        return usable ? List.of(FactorView.of(strategy().wire())) : List.of();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        var device = devices.active(instance.id(), form.required(DEVICE))
                .filter(found -> found.userId().equals(user.userId()))
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(DEVICE));
        return ask(instance, device);
    }

    @Override
    public Optional<String> prepareUnnamed(Caller caller, Input form) {
        var instance = caller.instance();
        if (!instance.settings().signIn().trustedDevices()) {
            return Optional.empty();
        }
        var device = devices.active(instance.id(), form.required(DEVICE))
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(DEVICE));
        return Optional.of(ask(instance, device));
    }

    private String ask(Instance instance, TrustedDevice device) {
        var clientData = challenges.toSignIn(instance, device.id());
        return signed.issue(instance, strategy(), new SignedChallenge(clientData, null, null));
    }

    @Override
    public Optional<String> holder(Instance instance, Input form) {
        return devices.active(instance.id(), form.required(DEVICE)).map(TrustedDevice::userId);
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        form.text("algorithm").ifPresent(DeviceForm::checkAlgorithm);
        var clientData = form.required("client_data");
        var signature = form.required(parameter());
        var device = transactions
                .required(() -> devices.active(instance.id(), form.required(DEVICE)))
                .filter(found -> found.userId().equals(user.userId()));
        return signed.attempt(
                instance,
                verificationId,
                strategy(),
                asked -> device.isPresent()
                        && asked.nonce().equals(clientData)
                        && DeviceChallenges.isFor(clientData, device.get().id())
                        && device.get().key().hasSigned(clientData, signature)
                        && devices.used(instance.id(), device.get().id()),
                DeviceProblem.TRUSTED_DEVICE_SIGNATURE_INVALID);
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        verifications.verified(instance, verificationId);
        return verificationId;
    }

    @Override
    public String parameter() {
        return "signature";
    }
}
