package dev.rollcall.user;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Which second factors a user has, as far as the user's view shows it. */
@ApplicationScoped
public class UserFactors {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private IdentificationService identifications;

    @Inject
    private Event<UserUpdated> updates;

    /** There is an authenticator app now, or there is none any more. */
    public void totp(Instance instance, String userId, boolean enabled) {
        change(instance, userId, (user, now) -> user.totp(enabled, now));
    }

    /** There are backup codes now, or none any more. */
    public void backupCodes(Instance instance, String userId, boolean enabled) {
        change(instance, userId, (user, now) -> user.backupCodes(enabled, now));
    }

    /** A phone number was given to, or taken from, the second factors. */
    void phonesChanged(Instance instance, String userId) {
        change(instance, userId, (user, now) -> user.touched(now));
    }

    private boolean isProtected(User user) {
        return user.totpEnabled()
                || identifications.of(user.instanceId(), List.of(user.id())).stream()
                        .anyMatch(Identified::reservedForSecondFactor);
    }

    private void change(Instance instance, String userId, BiConsumer<User, Instant> change) {
        var user = rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        change.accept(user, clock.now());
        user.secondFactor(isProtected(user), clock.now());
        updates.fire(new UserUpdated(instance.id(), userId));
    }
}
