package dev.rollcall.session;

import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserPasswords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A password that others may know is replaced: it lets nobody in, so whoever is here came another way. */
@ApplicationScoped
class ResetPasswordRule implements TaskRule {

    @Inject
    private UserPasswords passwords;

    @Override
    public SessionTask task() {
        return SessionTask.RESET_PASSWORD;
    }

    @Override
    public boolean isDue(Instance instance, String userId) {
        return instance.settings().attributes().password().enabled() && passwords.isCompromised(instance, userId);
    }
}
