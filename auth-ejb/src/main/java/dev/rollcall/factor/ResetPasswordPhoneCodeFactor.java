package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A code by text message that lets somebody who forgot the password set a new one. */
@ApplicationScoped
class ResetPasswordPhoneCodeFactor extends PhoneCode implements FirstFactor {

    ResetPasswordPhoneCodeFactor() {
        this(null); // for the container's proxy
    }

    @Inject
    ResetPasswordPhoneCodeFactor(VerificationService verifications) {
        super(Strategy.RESET_PASSWORD_PHONE_CODE, verifications);
    }

    @Override
    boolean usable(Instance instance) {
        var attributes = instance.settings().attributes();
        return attributes.password().enabled() && attributes.phoneNumber().enabled();
    }
}
