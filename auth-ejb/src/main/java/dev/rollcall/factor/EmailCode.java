package dev.rollcall.factor;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Destination;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationService;

/** What the strategies share that send a six-digit code to one of the user's verified e-mail addresses. */
abstract class EmailCode extends EmailFactor {

    private final VerificationService verifications;

    EmailCode(Strategy strategy, VerificationService verifications) {
        super(strategy);
        this.verifications = verifications;
    }

    @Override
    String send(Instance instance, String address, String userId, Input form) {
        return verifications.sendCode(instance, strategy(), Destination.email(address), userId);
    }

    @Override
    String pretend(Instance instance, String address, String userId, Input form) {
        return verifications.pretendCode(instance, strategy(), Destination.email(address), userId);
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        return verifications.attempt(instance, verificationId, form.required(parameter()));
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        verifications.verified(instance, verificationId);
        return verificationId;
    }

    @Override
    public String parameter() {
        return "code";
    }
}
