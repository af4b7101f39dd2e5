package dev.rollcall.user;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Lockouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Who is barred by an administrator: bans and locks. Saying twice what is so already changes nothing and makes no news. */
@ApplicationScoped
public class UserStanding {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Event<UserUpdated> updates;

    @Inject
    private Lockouts lockouts;

    @Inject
    private AuditLog audit;

    /** Bans a user; answers whether that is new. The sessions that the user has are the caller's to end. */
    public boolean ban(Instance instance, String userId) {
        return change(instance, userId, "user.banned", user -> !user.banned(), User::ban);
    }

    /** Takes a ban away; answers whether there was one. */
    public boolean unban(Instance instance, String userId) {
        return change(instance, userId, "user.unbanned", User::banned, User::unban);
    }

    /** Locks a user until somebody unlocks; answers whether that is new. */
    public boolean lock(Instance instance, String userId) {
        return change(instance, userId, "user.locked", user -> !user.locked(), User::lock);
    }

    /** Takes a lock away, and the wrong answers that may have led to it; answers whether there was anything. */
    public boolean unlock(Instance instance, String userId) {
        boolean guessedAt = lockouts.clear(instance, userId);
        return change(instance, userId, "user.unlocked", user -> user.locked() || guessedAt, User::unlock);
    }

    private boolean change(
            Instance instance, String userId, String act, Predicate<User> isDue, BiConsumer<User, Instant> change) {
        var user = rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        boolean due = isDue.test(user);
        if (due) {
            change.accept(user, clock.now());
            updates.fire(new UserUpdated(instance.id(), userId));
            audit.record(instance.id(), AuditAct.of(act, "user", userId));
        }
        return due;
    }
}
