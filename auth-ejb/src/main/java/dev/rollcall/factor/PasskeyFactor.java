package dev.rollcall.factor;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.passkey.PasskeyAssertions;
import dev.rollcall.security.Caller;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A passkey: of a user who was named, or of whoever chooses one. */
@ApplicationScoped
class PasskeyFactor implements FirstFactor {

    @Inject
    private PasskeyAssertions assertions;

    @Inject
    private VerificationService verifications;

    @Override
    public Strategy strategy() {
        return Strategy.PASSKEY;
    }

    /** Where nobody may learn who is here, everybody is offered one. */
    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        boolean usable = isOn(instance) && (user.isVeiled() || assertions.any(instance, user.userId()));
        return usable ? List.of(FactorView.of(strategy().wire())) : List.of();
    }

    /** Whether the instance lets people in by passkeys. */
    static boolean isOn(Instance instance) {
        var passkey = instance.settings().attributes().passkey();
        return passkey.enabled()
                && passkey.usedForFirstFactor()
                && passkey.firstFactors().contains(Strategy.PASSKEY.wire());
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        return ask(instance, Optional.empty(), Optional.of(user));
    }

    @Override
    public String prepare(Caller caller, Candidate user, Input form) {
        return ask(caller.instance(), caller.request().origin(), Optional.of(user));
    }

    /** Asks for any passkey of the instance's. */
    @Override
    public Optional<String> prepareUnnamed(Caller caller, Input form) {
        return isOn(caller.instance())
                ? Optional.of(ask(caller.instance(), caller.request().origin(), Optional.empty()))
                : Optional.empty();
    }

    private String ask(Instance instance, Optional<String> origin, Optional<Candidate> user) {
        return assertions.ask(instance, origin, user.filter(u -> !u.isVeiled()).map(Candidate::userId));
    }

    @Override
    public Optional<String> holder(Instance instance, Input form) {
        return assertions.holder(instance, form.required(parameter()));
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        return assertions.judge(instance, user.userId(), verificationId, form.required(parameter()));
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        verifications.verified(instance, verificationId);
        return verificationId;
    }

    @Override
    public String parameter() {
        return "public_key_credential";
    }
}
