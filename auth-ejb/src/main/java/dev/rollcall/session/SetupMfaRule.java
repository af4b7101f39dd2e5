package dev.rollcall.session;

import dev.rollcall.factor.SecondFactors;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where an instance wants everybody to have a second factor, whoever has none sets one up. */
@ApplicationScoped
class SetupMfaRule implements TaskRule {

    @Inject
    private SecondFactors factors;

    @Override
    public SessionTask task() {
        return SessionTask.SETUP_MFA;
    }

    @Override
    public boolean isDue(Instance instance, String userId) {
        return instance.settings().signIn().secondFactorRequired() && !factors.areDue(instance, userId);
    }
}
