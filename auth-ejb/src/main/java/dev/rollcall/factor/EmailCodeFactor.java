package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A code by e-mail, as a first factor. */
@ApplicationScoped
class EmailCodeFactor extends EmailCode implements FirstFactor {

    EmailCodeFactor() {
        this(null); // for the container's proxy
    }

    @Inject
    EmailCodeFactor(VerificationService verifications) {
        super(Strategy.EMAIL_CODE, verifications);
    }

    @Override
    boolean usable(Instance instance, Candidate user) {
        var email = instance.settings().attributes().emailAddress();
        return email.enabled()
                && email.usedForFirstFactor()
                && email.firstFactors().contains(strategy().wire());
    }
}
