package dev.rollcall.factor;

import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The password. */
@ApplicationScoped
class PasswordFactor implements FirstFactor {

    private static final Logger LOG = Logger.getLogger(PasswordFactor.class.getName());

    @Inject
    private PasswordHasher hasher;

    @Inject
    private VerificationService verifications;

    @Inject
    private UserService users;

    @Inject
    private NewPasswords newPasswords;

    @Override
    public Strategy strategy() {
        return Strategy.PASSWORD;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        boolean usable = instance.settings().attributes().password().enabled()
                && (user.isVeiled() || user.passwordDigest().isPresent());
        return usable ? List.of(FactorView.of(strategy().wire())) : List.of();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        throw VerificationProblem.STRATEGY_FOR_USER_INVALID.refusal("strategy"); // there is nothing to send
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        var password = form.required(parameter());
        var wrong = user.isVeiled()
                ? PasswordProblem.FORM_PASSWORD_OR_IDENTIFIER_INCORRECT
                : PasswordProblem.FORM_PASSWORD_INCORRECT;
        if (user.passwordDigest().isEmpty()) {
            hasher.pretend(password);
            return new Verdict.Refused(wrong);
        }
        var digest = user.passwordDigest().get();
        if (!hasher.matches(password, digest)) {
            return new Verdict.Refused(wrong);
        }
        if (newPasswords.isOutdated(instance, password)) {
            return new Verdict.Refused(PasswordProblem.FORM_PASSWORD_PWNED);
        }
        if (user.passwordCompromised()) { // said to nobody but who knows it
            return new Verdict.Refused(PasswordProblem.FORM_PASSWORD_COMPROMISED);
        }
        if (hasher.isForeign(digest)) {
            upgrade(instance, user, digest, password);
        }
        return new Verdict.Verified();
    }

    /** This is the one moment at which the password itself is known. Whoever is right is let in, whether or not it works out. */
    private void upgrade(Instance instance, Candidate user, String digest, String password) {
        try {
            users.upgradePassword(instance, user.userId(), digest, hasher.hash(password));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the digest of " + user.userId() + " was not upgraded");
        }
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
