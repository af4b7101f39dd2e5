package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A code by text message, as a first factor. */
@ApplicationScoped
class PhoneCodeFactor extends PhoneCode implements FirstFactor {

    PhoneCodeFactor() {
        this(null); // for the container's proxy
    }

    @Inject
    PhoneCodeFactor(VerificationService verifications) {
        super(Strategy.PHONE_CODE, verifications);
    }

    @Override
    boolean usable(Instance instance) {
        var phone = instance.settings().attributes().phoneNumber();
        return phone.enabled()
                && phone.usedForFirstFactor()
                && phone.firstFactors().contains(strategy().wire());
    }
}
