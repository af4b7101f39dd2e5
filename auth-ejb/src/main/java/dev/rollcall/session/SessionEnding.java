package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Ends sessions. Always in one order: the client, then its sessions; several clients by id. */
@ApplicationScoped
class SessionEnding {

    @Inject
    private SessionStore sessions;

    @Inject
    private ClientService clients;

    @Inject
    private Clock clock;

    @Inject
    private Event<SessionClosed> news;

    /** Closes one session. Closing it twice is closing it once: the first way it ended stands. */
    Session close(Session session, SessionStatus status) {
        clients.lock(session.client());
        var locked = sessions.lock(session.instanceId(), session.id())
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        boolean wasLive = locked.isLiveAt(clock.now());
        become(locked, status);
        if (wasLive) {
            settle(locked.client());
        }
        return locked;
    }

    /** Closes every live session of a client. */
    void closeAll(ClientRef client, SessionStatus status) {
        closeAll(client, status, session -> true);
    }

    /** Closes every live session of a user, but for one if it is given. */
    void closeAllOfUser(String instanceId, String userId, String exceptSessionId, SessionStatus status) {
        Predicate<Session> meant = session ->
                session.current().userId().equals(userId) && !session.id().equals(exceptSessionId);
        sessions.liveOfUser(instanceId, userId).stream()
                .filter(meant)
                .map(Session::client)
                .distinct()
                .sorted(Comparator.comparing(ClientRef::id))
                .forEach(client -> closeAll(client, status, meant));
    }

    /** Locks the clients at which a user is signed in, and what is live there. */
    void lockAllOfUser(String instanceId, String userId) {
        sessions.liveOfUser(instanceId, userId).stream()
                .map(Session::client)
                .distinct()
                .sorted(Comparator.comparing(ClientRef::id))
                .forEach(client -> {
                    clients.lock(client);
                    sessions.lockLive(client);
                });
    }

    private void closeAll(ClientRef client, SessionStatus status, Predicate<Session> meant) {
        clients.lock(client);
        List<Session> closing = sessions.lockLive(client).stream().filter(meant).toList();
        closing.forEach(session -> become(session, status));
        if (!closing.isEmpty()) {
            settle(client);
        }
    }

    /** Ends a locked session. */
    void become(Session session, SessionStatus status) {
        if (session.become(status, clock.now())) {
            news.fire(new SessionClosed(
                    session.instanceId(), session.id(), session.current().userId(), status));
        }
    }

    /** The client goes on with a session that is left: the one in use, else the oldest. */
    private void settle(ClientRef client) {
        var inUse = clients.facts(client).lastActiveSessionId();
        var left = sessions.lockLive(client).stream().map(Session::id).toList();
        clients.signedInChanged(
                client, left.contains(inUse) ? inUse : left.stream().findFirst().orElse(null));
    }
}
