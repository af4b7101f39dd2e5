package dev.rollcall.session;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes down who was signed in and out, found by the user: whoever signs in is a client until then, an app's server has its key. */
@ApplicationScoped
class SessionAudit {

    @Inject
    private AuditLog audit;

    void heard(@Observes SessionOpened news) {
        note(news.instanceId(), "session.created", news.userId(), news.sessionId());
    }

    void heard(@Observes SessionClosed news) {
        note(news.instanceId(), "session." + news.status().wire(), news.userId(), news.sessionId());
    }

    private void note(String instanceId, String action, String userId, String sessionId) {
        var session = Json.createObjectBuilder().add("session_id", sessionId);
        audit.record(instanceId, AuditAct.of(action, "user", userId).changing(null, session.build()));
    }
}
