package dev.rollcall.session;

import dev.rollcall.user.UserLeaving;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Locks the sessions of users who are about to be deleted, with their clients, in everybody's order. */
@ApplicationScoped
class SessionsOfLeavers {

    @Inject
    private SessionEnding ending;

    void lock(@Observes @Priority(Interceptor.Priority.APPLICATION) UserLeaving leaving) {
        ending.lockAllOfUser(leaving.instanceId(), leaving.userId());
    }
}
