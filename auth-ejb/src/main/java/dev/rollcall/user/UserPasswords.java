package dev.rollcall.user;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;

/** What may be said of a password without knowing it: that it is gone, or known to others. */
@ApplicationScoped
public class UserPasswords {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Event<UserUpdated> updates;

    @Inject
    private AuditLog audit;

    @Inject
    private Notices notices;

    /** Takes the user's password away; answers whether there was one. */
    public boolean remove(Instance instance, String userId) {
        var user = lock(instance, userId);
        boolean due = user.passwordDigest() != null;
        if (due) {
            user.removePassword(clock.now());
            changed(instance, userId, "user.password_removed");
            notices.tell(instance, userId, "password_removed", JsonObject.EMPTY_JSON_OBJECT);
        }
        return due;
    }

    /** Says whether the user's password is known to others; answers whether that is new. There must be a password. */
    public boolean compromised(Instance instance, String userId, boolean compromised) {
        var user = lock(instance, userId);
        if (user.passwordDigest() == null) {
            throw UserProblem.NO_PASSWORD_SET.refusal();
        }
        boolean due = user.passwordCompromised() != compromised;
        if (due) {
            user.holdPasswordForCompromised(compromised, clock.now());
            changed(instance, userId, compromised ? "user.password_compromised" : "user.password_uncompromised");
        }
        return due;
    }

    /** Whether the user's password is held for known to others. */
    public boolean isCompromised(Instance instance, String userId) {
        return rows.find(User.class, instance.id(), userId)
                .filter(User::passwordCompromised)
                .isPresent();
    }

    /** Whether the user has got another password after that time; the user is locked. */
    public boolean changedSince(Instance instance, String userId, Instant time) {
        var changed = lock(instance, userId).passwordUpdatedAt();
        return changed != null && changed.isAfter(time);
    }

    private User lock(Instance instance, String userId) {
        return rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private void changed(Instance instance, String userId, String act) {
        updates.fire(new UserUpdated(instance.id(), userId));
        audit.record(instance.id(), AuditAct.of(act, "user", userId));
    }
}
