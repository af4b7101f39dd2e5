package dev.rollcall.job;

import dev.rollcall.data.Database;
import dev.rollcall.input.JsonText;
import dev.rollcall.job.Settled.Fate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The queue as workers see it: claim, renew, settle. Each is one statement, and nothing is done by whoever lost the lease. The time is
 * the database's, so that nodes need not agree about theirs.
 */
@ApplicationScoped
public class JobQueue {

    /** How long a claim holds unless it is renewed: a dead node's jobs wait so long, and then some for the next look. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private static final int ERROR_LENGTH = 1000;

    /**
     * Rows that an update has left keep their entry in the index while an old snapshot may want them. So a claim starts where the
     * last one ended, and not at the first entry; who starts where is in {@link Cursor}.
     */
    private static final String CLAIM = """
            update job j
               set lease_owner = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond', attempts = attempts + 1
              from (select instance_id, id
                      from job
                     where priority = ? and finished_at is null and run_at >= ? and run_at <= clock_timestamp()
                       and (lease_until is null or lease_until < clock_timestamp())
                     order by run_at
                     limit ?
                       for update skip locked) due
             where j.instance_id = due.instance_id and j.id = due.id
            returning j.instance_id, j.id, j.type, j.payload, j.attempts, j.trace_id, j.run_at,
                      (extract(epoch from clock_timestamp() - j.run_at) * 1000000)::bigint""";

    /** A finished job has no owner. To say that it must not be finished would offer the planner the index of what waits, all of it. */
    private static final String RENEW = """
            update job j
               set lease_until = clock_timestamp() + ? * interval '1 millisecond'
              from unnest(?::text[], ?::text[], ?::text[]) mine(instance_id, id, owner)
             where j.instance_id = mine.instance_id and j.id = mine.id and j.lease_owner = mine.owner""";

    private static final String SETTLE = """
            update job j
               set state = case mine.fate when 'DONE' then 'DONE' when 'DEAD' then 'DEAD' else 'PENDING' end,
                   finished_at = case when mine.fate in ('DONE', 'DEAD') then clock_timestamp() end,
                   run_at = case when mine.fate in ('DONE', 'DEAD') then j.run_at
                                 else clock_timestamp() + mine.wait * interval '1 millisecond' end,
                   attempts = j.attempts - case mine.fate when 'POSTPONED' then 1 else 0 end,
                   failures = case when mine.error is null or mine.fate = 'POSTPONED' then j.failures
                                   else j.failures || jsonb_build_object('attempt', j.attempts, 'error', mine.error,
                                            'at', (extract(epoch from clock_timestamp()) * 1000)::bigint) end,
                   lease_owner = null, lease_until = null
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                   mine(instance_id, id, owner, fate, wait, error)
             where j.instance_id = mine.instance_id and j.id = mine.id and j.lease_owner = mine.owner""";

    @Inject
    private Database database;

    /** For the container; tests use {@link #JobQueue(Database)}. */
    public JobQueue() {}

    /** A queue outside of the container. */
    public JobQueue(Database database) {
        this.database = database;
    }

    /** Claims the jobs of this priority that have been due for longest, at most so many. */
    public List<Lease> claim(Priority priority, int atMost, Cursor cursor) {
        var owner = UUID.randomUUID().toString();
        var claimed = database.query(
                CLAIM,
                statement -> {
                    statement.setString(1, owner);
                    statement.setLong(2, LEASE.toMillis());
                    statement.setInt(3, priority.rank());
                    statement.setTimestamp(4, Timestamp.from(cursor.start()));
                    statement.setInt(5, atMost);
                },
                row -> new Claimed(
                        new Lease(job(row, priority), owner, Duration.of(row.getLong(8), ChronoUnit.MICROS)),
                        row.getTimestamp(7).toInstant()));
        cursor.moved(claimed.stream().map(Claimed::runAt).max(Instant::compareTo), claimed.size() == atMost);
        return claimed.stream().map(Claimed::lease).toList();
    }

    /** Holds claims for longer; those that were lost stay lost. */
    public void renew(Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return;
        }
        database.update(RENEW, statement -> {
            statement.setLong(1, LEASE.toMillis());
            bind(statement, 2, leases);
        });
    }

    /** Records what became of claimed jobs. Who has lost a lease is not listened to. */
    public void settle(List<Settled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        database.update(SETTLE, statement -> {
            bind(statement, 1, settled.stream().map(Settled::lease).toList());
            statement.setArray(
                    4, texts(statement, settled.stream().map(s -> s.fate().name())));
            var waits = settled.stream().map(s -> s.pause().toMillis()).toArray();
            statement.setArray(5, statement.getConnection().createArrayOf("bigint", waits));
            statement.setArray(6, texts(statement, settled.stream().map(s -> shortened(s.error()))));
        });
    }

    /** Gives claims back untouched. */
    public void release(Collection<Lease> leases) {
        settle(leases.stream()
                .map(lease -> new Settled(lease, Fate.POSTPONED, Duration.ZERO, null))
                .toList());
    }

    private record Claimed(Lease lease, Instant runAt) {}

    private static Job job(ResultSet row, Priority priority) throws SQLException {
        var payload = JsonText.object(row.getString(4)).orElseThrow();
        var trace = Optional.ofNullable(row.getString(6)).orElse("");
        return new Job(row.getString(1), row.getString(2), row.getString(3), priority, payload, row.getInt(5), trace);
    }

    private static void bind(PreparedStatement statement, int from, Collection<Lease> leases) throws SQLException {
        statement.setArray(
                from, texts(statement, leases.stream().map(l -> l.job().instanceId())));
        statement.setArray(
                from + 1, texts(statement, leases.stream().map(l -> l.job().id())));
        statement.setArray(from + 2, texts(statement, leases.stream().map(Lease::owner)));
    }

    private static Array texts(PreparedStatement statement, Stream<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    /** PostgreSQL keeps no NUL in a text: one in one error would keep all from being recorded, again and again. */
    static String shortened(String error) {
        if (error == null) {
            return null;
        }
        return error.substring(0, Math.min(error.length(), ERROR_LENGTH)).replace('\0', '\uFFFD');
    }
}
