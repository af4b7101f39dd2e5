package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds sessions. Live is what is live now, whether or not it has been written down that the rest is over. */
@ApplicationScoped
class SessionStore {

    private static final Set<SessionStatus> LIVE = Set.of(SessionStatus.ACTIVE, SessionStatus.PENDING);
    private static final String PAST = "e.status in :live and (e.expireAt <= :now or e.abandonAt <= :now)";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    Session add(Session session) {
        rows.add(session);
        rows.flush();
        return session;
    }

    Optional<Session> find(String instanceId, String id) {
        return rows.find(Session.class, instanceId, id);
    }

    Optional<Session> lock(String instanceId, String id) {
        return rows.lock(Session.class, instanceId, id);
    }

    /** The client's live sessions, oldest first. */
    List<Session> live(ClientRef client) {
        return live(client.instanceId())
                .where("e.clientId = :client")
                .with("client", client.id())
                .list();
    }

    /** The client's live sessions, oldest first, locked; lock the client before. */
    List<Session> lockLive(ClientRef client) {
        return live(client.instanceId())
                .where("e.clientId = :client")
                .with("client", client.id())
                .locked()
                .list();
    }

    /** The live sessions of several clients, oldest first. */
    List<Session> liveOfClients(String instanceId, List<String> clientIds) {
        return clientIds.isEmpty()
                ? List.of()
                : live(instanceId)
                        .where("e.clientId in :clients")
                        .with("clients", clientIds)
                        .list();
    }

    /** The user's live sessions everywhere, oldest first. */
    List<Session> liveOfUser(String instanceId, String userId) {
        return live(instanceId).where("e.userId = :user").with("user", userId).list();
    }

    /** The user's sessions everywhere, newest first. */
    List<Session> ofUser(String instanceId, String userId, int most) {
        return rows.of(Session.class, instanceId)
                .where("e.userId = :user")
                .with("user", userId)
                .orderedBy("e.createdAt desc, e.id desc")
                .page(most, 0)
                .list();
    }

    /** All sessions of the instance, newest first, to be narrowed. */
    Scoped<Session> all(String instanceId) {
        return rows.of(Session.class, instanceId).orderedBy("e.createdAt desc, e.id desc");
    }

    /** Narrows a query to the sessions that are now of this status. */
    static void narrow(Scoped<Session> query, SessionStatus status, Instant now) {
        switch (status) {
            case ACTIVE, PENDING ->
                query.where("e.status = :status and e.expireAt > :now and e.abandonAt > :now")
                        .with("now", now);
            case EXPIRED ->
                query.where("e.status = :status or (" + PAST + " and e.expireAt <= e.abandonAt)")
                        .with("live", LIVE)
                        .with("now", now);
            case ABANDONED ->
                query.where("e.status = :status or (" + PAST + " and e.abandonAt < e.expireAt)")
                        .with("live", LIVE)
                        .with("now", now);
            case ENDED, REMOVED, REPLACED, REVOKED -> query.where("e.status = :status");
        }
        query.with("status", status);
    }

    private Scoped<Session> live(String instanceId) {
        return rows.of(Session.class, instanceId)
                .where("e.status in :live and e.expireAt > :now and e.abandonAt > :now")
                .with("live", LIVE)
                .with("now", clock.now())
                .orderedBy("e.createdAt, e.id");
    }
}
