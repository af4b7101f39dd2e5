package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A code by e-mail that makes an unknown device a known one. */
@ApplicationScoped
class EmailCodeTrust extends EmailCode implements TrustFactor {

    EmailCodeTrust() {
        this(null); // for the container's proxy
    }

    @Inject
    EmailCodeTrust(VerificationService verifications) {
        super(Strategy.EMAIL_CODE, verifications);
    }

    @Override
    boolean usable(Instance instance, Candidate user) {
        return instance.settings().attributes().emailAddress().enabled();
    }
}
