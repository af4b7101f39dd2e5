package dev.rollcall.factor;

import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The password. */
@ApplicationScoped
class PasswordFactor implements FirstFactor {

    @Inject
    private PasswordHasher hasher;

    @Inject
    private VerificationService verifications;

    @Override
    public Strategy strategy() {
        return Strategy.PASSWORD;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        boolean usable = instance.settings().attributes().password().enabled()
                && user.passwordDigest().isPresent();
        return usable ? List.of(FactorView.of(strategy().wire())) : List.of();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        throw VerificationProblem.STRATEGY_FOR_USER_INVALID.refusal("strategy"); // there is nothing to send
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        var password = form.required(parameter());
        return hasher.matches(password, user.passwordDigest().orElseThrow())
                ? new Verdict.Verified()
                : new Verdict.Refused(PasswordProblem.FORM_PASSWORD_INCORRECT);
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        return verifications.passed(instance, strategy());
    }

    @Override
    public String parameter() {
        return "password";
    }
}
