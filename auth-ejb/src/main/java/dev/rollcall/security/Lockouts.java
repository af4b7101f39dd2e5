package dev.rollcall.security;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings.Lockout;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong answers by user, over all nodes and strategies, and locks the user after too many: for each client on which the user has
 * signed in before by itself, and together for all other places, so that nobody keeps people out of their own browsers.
 *
 * <p>An answer that is being judged takes one of those that are left until it is settled: however many guess at once, no more wrong answers
 * are judged than are allowed, and only answers that were wrong lock anybody.
 */
@Stateless
public class Lockouts {

    /** For how long an answer counts as being judged at most, should its node die. */
    private static final Duration JUDGED_WITHIN = Duration.ofMinutes(1);

    /** Among the places of a user: a client that is known has its own name, all others have none. */
    private static final String DEVICE = """
            coalesce((select client_id from known_client
                       where instance_id = ?1 and user_id = ?2 and client_id = ?3), '')""";

    private static final String BEGIN = """
            insert into lockout as l (instance_id, id, device, failures, pending, pending_until, updated_at)
            values (?1, ?2, %s, 0, 1, ?5, ?4)
                on conflict (instance_id, id, device) do update
               set failures = case when l.locked_until is null then l.failures else 0 end,
                   pending = 1 + case when l.pending_until > ?4 then l.pending else 0 end,
                   pending_until = excluded.pending_until, locked_until = null, updated_at = excluded.updated_at
             where l.locked_until <= ?4
                or l.locked_until is null
                   and l.failures + case when l.pending_until > ?4 then l.pending else 0 end < ?6
            returning device""".formatted(DEVICE);

    private static final String LOCKED = """
            select locked_until from lockout where instance_id = ?1 and id = ?2 and locked_until > ?4 and device = %s""".formatted(DEVICE);

    private static final String WRONG = """
            insert into lockout as l (instance_id, id, device, failures, locked_until, updated_at)
            values (?1, ?2, ?3, 1, case when ?5 <= 1 then cast(?6 as timestamptz) end, ?4)
                on conflict (instance_id, id, device) do update
               set failures = l.failures + 1, pending = greatest(l.pending - 1, 0), updated_at = excluded.updated_at,
                   locked_until = case when l.failures + 1 >= ?5 then cast(?6 as timestamptz) end
            returning locked_until""";

    private static final String WITHDRAW = """
            update lockout set pending = greatest(pending - 1, 0) where instance_id = ?1 and id = ?2 and device = ?3""";

    private static final String STATES = """
            select id, failures, locked_until from lockout
             where instance_id = ?1 and device = '' and id in (select jsonb_array_elements_text(cast(?2 as jsonb)))""";

    /** What became of the wish to answer. */
    public sealed interface Attempt {

        /**
         * The answer may be judged, and is then settled: {@link #wrong} or {@link #withdraw}.
         *
         * @param device where it counts
         */
        record Allowed(String device) implements Attempt {}

        /** As many answers are being judged as may still be wrong; one of them will be settled soon. */
        record Busy() implements Attempt {}

        /** The user is locked, for this long. */
        record Locked(Duration left) implements Attempt {}
    }

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /**
     * Counts an answer that is about to be judged.
     *
     * @param clientId on which client it was given; empty for one that is not yet a client
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Attempt begin(Instance instance, String userId, Optional<String> clientId) {
        var rules = rules(instance);
        if (!rules.enabled()) {
            return new Attempt.Allowed("");
        }
        var now = clock.now();
        var device = clientId.orElse("");
        var counted = rows.sql(instance.id(), BEGIN)
                .with(userId, device, Timestamp.from(now), Timestamp.from(now.plus(JUDGED_WITHIN)), rules.maxAttempts())
                .list();
        if (!counted.isEmpty()) {
            return new Attempt.Allowed((String) counted.get(0)[0]);
        }
        return rows.sql(instance.id(), LOCKED).with(userId, device, Timestamp.from(now)).list().stream()
                .findFirst()
                .<Attempt>map(row -> new Attempt.Locked(Duration.between(now, ((Timestamp) row[0]).toInstant())))
                .orElseGet(Attempt.Busy::new);
    }

    /** The answer was wrong; says whether the user is locked there now. In the caller's transaction, which must not hang on a refusal. */
    public boolean wrong(Instance instance, String userId, Attempt.Allowed attempt) {
        var rules = rules(instance);
        if (!rules.enabled()) {
            return false;
        }
        var now = clock.now();
        return rows.sql(instance.id(), WRONG)
                        .with(
                                userId,
                                attempt.device(),
                                Timestamp.from(now),
                                rules.maxAttempts(),
                                Timestamp.from(now.plusSeconds(rules.durationSeconds())))
                        .list()
                        .get(0)[0]
                != null;
    }

    /** A proof was complete, or an administrator says so: nothing is held against the user anywhere. Answers whether anything was. */
    public boolean clear(Instance instance, String userId) {
        return rows.of(LockoutRow.class, instance.id())
                        .where("e.id = :user")
                        .with("user", userId)
                        .delete()
                > 0;
    }

    /** The answer was right, or not judged after all. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void withdraw(Instance instance, String userId, Attempt.Allowed attempt) {
        rows.sql(instance.id(), WITHDRAW).with(userId, attempt.device()).run();
    }

    /** How users stand at all places but their known clients, each of them, in one query; empty where nobody is ever locked. */
    public Map<String, LockoutState> states(Instance instance, Collection<String> userIds) {
        var rules = rules(instance);
        var states = new HashMap<String, LockoutState>();
        if (!rules.enabled() || userIds.isEmpty()) {
            return states;
        }
        userIds.forEach(id -> states.put(id, new LockoutState(rules.maxAttempts(), Duration.ZERO)));
        var now = clock.now();
        var ids = Json.createArrayBuilder(userIds).build().toString();
        for (var row : rows.sql(instance.id(), STATES).with(ids).list()) {
            var until = Optional.ofNullable((Timestamp) row[2]).map(Timestamp::toInstant);
            states.put((String) row[0], state(rules, ((Number) row[1]).intValue(), until, now));
        }
        return states;
    }

    private static LockoutState state(Lockout rules, int failures, Optional<Instant> until, Instant now) {
        if (until.isEmpty()) {
            return new LockoutState(Math.max(0, rules.maxAttempts() - failures), Duration.ZERO);
        }
        return until.get().isAfter(now)
                ? new LockoutState(0, Duration.between(now, until.get()))
                : new LockoutState(rules.maxAttempts(), Duration.ZERO);
    }

    private static Lockout rules(Instance instance) {
        return instance.settings().protection().lockout();
    }
}
