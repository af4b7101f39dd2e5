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
 * Counts wrong answers by user, over all clients, nodes and strategies, and locks the user after too many. An answer is counted before it is
 * judged and the count taken back if it was right: however many guess at once, no more answers are judged than are allowed.
 */
@Stateless
public class Lockouts {

    private static final String BEGIN = """
            insert into lockout as l (instance_id, id, failures, updated_at) values (?1, ?2, 1, ?3)
                on conflict (instance_id, id) do update
               set failures = case when l.locked_until is null then l.failures + 1 else 1 end,
                   locked_until = case when l.locked_until is null and l.failures + 1 >= ?4 then cast(?5 as timestamptz) end,
                   updated_at = excluded.updated_at
             where l.locked_until is null or l.locked_until <= excluded.updated_at
            returning l.locked_until""";

    private static final String WITHDRAW = """
            update lockout set failures = failures - 1, locked_until = null
             where instance_id = ?1 and id = ?2 and failures > 0""";

    private static final String STATES = """
            select id, failures, locked_until from lockout
             where instance_id = ?1 and id in (select jsonb_array_elements_text(cast(?2 as jsonb)))""";

    /** What became of the wish to answer. */
    public sealed interface Attempt {

        /**
         * The answer may be judged; it counts as wrong until it is said to be right.
         *
         * @param last whether the user is locked if it is wrong
         */
        record Allowed(boolean last) implements Attempt {}

        /** The user is locked, for this long. */
        record Locked(Duration left) implements Attempt {}
    }

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** Counts an answer that is about to be judged. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Attempt begin(Instance instance, String userId) {
        var rules = rules(instance);
        if (!rules.enabled()) {
            return new Attempt.Allowed(false);
        }
        var now = clock.now();
        var until = now.plusSeconds(rules.durationSeconds());
        var counted = rows.sql(instance.id(), BEGIN)
                .with(userId, Timestamp.from(now), rules.maxAttempts(), Timestamp.from(until))
                .list();
        if (!counted.isEmpty()) {
            return new Attempt.Allowed(counted.get(0)[0] != null);
        }
        return new Attempt.Locked(state(instance, userId).lockedFor());
    }

    /** The answer was right, or an administrator says so: nothing is held against the user any more. Answers whether anything was. */
    public boolean clear(Instance instance, String userId) {
        return rows.of(LockoutRow.class, instance.id())
                        .where("e.id = :user")
                        .with("user", userId)
                        .delete()
                > 0;
    }

    /** The answer was not judged after all. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void withdraw(Instance instance, String userId) {
        rows.sql(instance.id(), WITHDRAW).with(userId).run();
    }

    /** How a user stands. */
    public LockoutState state(Instance instance, String userId) {
        return states(instance, java.util.List.of(userId)).get(userId);
    }

    /** How users stand, each of them, in one query; empty where nobody is ever locked. */
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
