package dev.rollcall.session;

import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;

/** Sessions in which somebody else acts as the user. Who that is stands in the session and in each of its tokens. */
@ApplicationScoped
public class Impersonation {

    @Inject
    private SessionStore sessions;

    @Inject
    private SessionEnding ending;

    @Inject
    private Clock clock;

    /** Says of a session that was just opened, in the same transaction, that it is somebody else's, and for how long at most. */
    public void begin(Instance instance, String sessionId, JsonObject actor, Duration atMost) {
        sessions.lock(instance.id(), sessionId)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal)
                .actAs(actor, clock.now().plus(atMost));
    }

    /** Ends a session that began so, if there still is one. Clients are locked: call this before locking anything below them. */
    public void end(Instance instance, String sessionId) {
        sessions.find(instance.id(), sessionId).ifPresent(session -> ending.close(session, SessionStatus.REVOKED));
    }
}
