package dev.rollcall.session;

import dev.rollcall.data.Clock;
import dev.rollcall.data.InstanceKey;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * When sessions were last used. That is kept in memory and written once a minute, so that minting a token writes nothing; a crash
 * forgets at most that minute. No EJB, for every mint comes by.
 */
@ApplicationScoped
public class SessionUse {

    private static final Logger LOG = Logger.getLogger(SessionUse.class.getName());

    /**
     * Rows that somebody else holds are skipped: they come up again at the next use, and whoever never waits is in no deadlock.
     */
    private static final String WRITE_SESSIONS = """
            update session s set last_active_at = used.at, abandon_at = used.abandon_at
              from (select t.instance_id, t.id, u.at, coalesce(u.abandon_at, t.abandon_at) as abandon_at
                      from session t
                      join jsonb_to_recordset(cast(?2 as jsonb)) as u(session_id text, at timestamptz, abandon_at timestamptz)
                        on u.session_id = t.id
                     where t.instance_id = ?1 and t.last_active_at < u.at
                       for update of t skip locked) used
             where s.instance_id = used.instance_id and s.id = used.id""";

    private static final String WRITE_USERS = """
            update users s set last_active_at = used.at
              from (select t.instance_id, t.id, u.at
                      from users t
                      join (select r.user_id, max(r.at) as at
                              from jsonb_to_recordset(cast(?2 as jsonb)) as r(user_id text, at timestamptz)
                             group by r.user_id) u
                        on u.user_id = t.id
                     where t.instance_id = ?1 and (t.last_active_at is null or t.last_active_at < u.at)
                       for update of t skip locked) used
             where s.instance_id = used.instance_id and s.id = used.id""";

    private final Map<InstanceKey, Use> uses = new ConcurrentHashMap<>();

    @Inject
    private Rows rows;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<SessionsUsed> news;

    @Inject
    private Clock clock;

    /** @param abandonAt when it is abandoned unless it is used again; null where inactivity does not matter */
    private record Use(String instanceId, String sessionId, String userId, Instant at, Instant abandonAt) {}

    /** Notes that a session is used now. */
    public void note(Instance instance, String sessionId, String userId) {
        var now = clock.now();
        var inactivity = Lifetime.of(instance.settings()).inactivity();
        var abandonAt = inactivity.isZero() ? null : now.plus(inactivity);
        uses.put(new InstanceKey(instance.id(), sessionId), new Use(instance.id(), sessionId, userId, now, abandonAt));
    }

    /** When the session was last used, as far as this node knows. */
    public Instant lastActive(SessionFacts session) {
        var use = uses.get(new InstanceKey(session.client().instanceId(), session.id()));
        return use != null && use.at().isAfter(session.lastActiveAt()) ? use.at() : session.lastActiveAt();
    }

    /** Writes what has been noted, one statement for each instance and table. */
    void write() {
        var byInstance = new HashMap<String, Map<InstanceKey, Use>>();
        uses.forEach((key, use) -> byInstance
                .computeIfAbsent(use.instanceId(), i -> new HashMap<>())
                .put(key, use));
        byInstance.forEach(this::write);
    }

    private void write(String instanceId, Map<InstanceKey, Use> noted) {
        try {
            var document = json(noted);
            var users = new HashMap<String, Instant>();
            noted.values().forEach(use -> users.merge(use.userId(), use.at(), (a, b) -> a.isAfter(b) ? a : b));
            transactions.separate(() -> {
                news.fire(new SessionsUsed(instanceId, users));
                return rows.sql(instanceId, WRITE_SESSIONS).with(document).run()
                        + rows.sql(instanceId, WRITE_USERS).with(document).run();
            });
            noted.forEach(uses::remove);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "the last use of " + noted.size() + " sessions was not written and will be tried again",
                    e);
        }
    }

    private static String json(Map<InstanceKey, Use> noted) {
        var array = Json.createArrayBuilder();
        noted.values().forEach(use -> {
            var object = Json.createObjectBuilder()
                    .add("session_id", use.sessionId())
                    .add("user_id", use.userId())
                    .add("at", use.at().toString());
            if (use.abandonAt() != null) {
                object.add("abandon_at", use.abandonAt().toString());
            }
            array.add(object);
        });
        return array.build().toString();
    }
}
