package dev.rollcall.signin;

import dev.rollcall.data.Rows;
import dev.rollcall.user.UserLeaving;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Locks the sign-ins of users who are about to be deleted: one that is being completed is waited for. */
@ApplicationScoped
class SignInsOfLeavers {

    @Inject
    private Rows rows;

    void lock(@Observes @Priority(Interceptor.Priority.APPLICATION + 1) UserLeaving leaving) {
        rows.of(SignIn.class, leaving.instanceId())
                .where("e.userId = :user")
                .with("user", leaving.userId())
                .orderedBy("e.id")
                .locked()
                .list();
    }
}
