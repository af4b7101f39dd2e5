package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A code by text message that makes an unknown device a known one. */
@ApplicationScoped
class PhoneCodeTrust extends PhoneCode implements TrustFactor {

    PhoneCodeTrust() {
        this(null); // for the container's proxy
    }

    @Inject
    PhoneCodeTrust(VerificationService verifications) {
        super(Strategy.PHONE_CODE, verifications);
    }

    @Override
    boolean usable(Instance instance) {
        return instance.settings().attributes().phoneNumber().enabled();
    }
}
