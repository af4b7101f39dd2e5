package dev.rollcall.factor;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** One of the codes that a user has put away for the day when nothing else is at hand. */
@ApplicationScoped
class BackupCodeFactor implements SecondFactor {

    @Inject
    private BackupCodes codes;

    @Inject
    private VerificationService verifications;

    @Override
    public Strategy strategy() {
        return Strategy.BACKUP_CODE;
    }

    @Override
    public boolean demands() {
        return false;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        boolean usable = BackupCodes.areOn(instance) && codes.has(instance, user.userId());
        return usable ? List.of(FactorView.of(strategy().wire())) : List.of();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        throw VerificationProblem.STRATEGY_FOR_USER_INVALID.refusal("strategy"); // there is nothing to send
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        return codes.judge(instance, user.userId(), form.required(parameter()));
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        return verifications.passed(instance, strategy());
    }

    @Override
    public String parameter() {
        return "code";
    }
}
