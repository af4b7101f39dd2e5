package dev.rollcall.job;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;

/** What this node knows of the queue as a whole. It is counted now and then and never for whoever asks. */
@ApplicationScoped
public class QueueState {

    private static final String PENDING = """
            select priority, type,
                   count(*) filter (where not held and run_at <= clock_timestamp()),
                   count(*) filter (where not held and run_at > clock_timestamp()),
                   count(*) filter (where held),
                   0,
                   coalesce(extract(epoch from clock_timestamp() - min(run_at)
                       filter (where not held and run_at <= clock_timestamp())) * 1000, 0)::bigint
              from (select priority, type, run_at, coalesce(lease_until >= clock_timestamp(), false) held
                      from job
                     where finished_at is null) j
             group by priority, type""";

    private static final String DEAD = """
            select priority, type, 0, 0, 0, count(*), 0
              from job
             where state = 'DEAD'
             group by priority, type""";

    /** Of very many, the first by their turn: the oldest of these is about as old. */
    private static final String UNTRIED_URGENT = """
            select coalesce(extract(epoch from clock_timestamp() - min(created_at)) * 1000, 0)::bigint
              from (select created_at
                      from job
                     where priority = 0 and finished_at is null and failures = '[]'
                     order by run_at
                     limit 1000) first""";

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    private volatile QueueReport report = QueueReport.NONE;
    private volatile Duration untriedUrgent = Duration.ZERO;

    /** The newest count. */
    public QueueReport report() {
        return report;
    }

    /**
     * The age of the oldest urgent job that nobody has tried yet, be it because a breaker is open: a person waits for it. One that has
     * failed has its own error to show. Zero where there is none.
     */
    public Duration untriedUrgent() {
        return untriedUrgent;
    }

    /** Looks at the urgent ones, which is cheap. */
    public void look() {
        untriedUrgent = database.query(UNTRIED_URGENT, none -> {}, row -> Duration.ofMillis(row.getLong(1)))
                .get(0);
    }

    /** Counts anew. Costs as much as there is pending: who calls it leaves pauses that are longer than the counting. */
    public QueueReport count() {
        var lines = new LinkedHashMap<String, QueueLine>();
        for (var line : lines(PENDING)) {
            lines.put(line.priority() + line.type(), line);
        }
        for (var dead : lines(DEAD)) {
            lines.merge(dead.priority() + dead.type(), dead, (alive, gone) -> alive.withDead(gone.dead()));
        }
        report = new QueueReport(clock.real(), List.copyOf(lines.values()));
        return report;
    }

    private List<QueueLine> lines(String sql) {
        return database.query(sql, none -> {}, QueueState::line);
    }

    private static QueueLine line(ResultSet row) throws SQLException {
        return new QueueLine(
                Priority.ofRank(row.getInt(1)),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                Duration.of(row.getLong(7), ChronoUnit.MILLIS));
    }
}
