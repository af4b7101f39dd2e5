package dev.rollcall.factor;

import dev.rollcall.crypto.Spelling;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Judges passwords that people want to have, and those that they should no longer have. Never within a transaction. */
@ApplicationScoped
public class NewPasswords {

    @Inject
    private BreachedPasswords breached;

    /**
     * Refuses a password that breaks the instance's rules.
     *
     * @param parameter the field of the request that holds it
     * @param about names and addresses of the user, which make a password easy to guess; nulls are passed over
     */
    public void check(Instance instance, String password, String parameter, List<String> about) {
        var spelled = Spelling.one(password);
        PasswordPolicy.check(instance, spelled, parameter, about);
        if (isBreached(instance, spelled)) {
            throw PasswordProblem.FORM_PASSWORD_PWNED.refusal(parameter);
        }
    }

    /** Whether the instance wants nobody to be let in by this password any more, though it is right. */
    boolean isOutdated(Instance instance, String password) {
        var rules = instance.settings().password();
        var spelled = Spelling.one(password);
        return rules.enforceOnSignIn()
                && (rules.refuseCommon() && CommonPasswords.contain(spelled) || isBreached(instance, spelled));
    }

    private boolean isBreached(Instance instance, String password) {
        return instance.settings().password().checkBreaches() && breached.contain(password);
    }
}
