package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A code by e-mail that lets somebody who forgot the password set a new one. */
@ApplicationScoped
class ResetPasswordEmailCodeFactor extends EmailCode implements FirstFactor {

    ResetPasswordEmailCodeFactor() {
        this(null); // for the container's proxy
    }

    @Inject
    ResetPasswordEmailCodeFactor(VerificationService verifications) {
        super(Strategy.RESET_PASSWORD_EMAIL_CODE, verifications);
    }

    @Override
    boolean usable(Instance instance, Candidate user) {
        return instance.settings().attributes().password().enabled();
    }
}
