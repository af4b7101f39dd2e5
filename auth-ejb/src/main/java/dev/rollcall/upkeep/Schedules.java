package dev.rollcall.upkeep;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Database;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who runs which routine when. One run in the cluster, by a guarded change of its row; the run of a node that died is gone on with by
 * another one when its lease has ended.
 */
@ApplicationScoped
public class Schedules {

    /** Renewed with every chunk, which takes seconds. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int ERROR_LENGTH = 500;

    private static final String ENROL = """
            insert into schedule as s (name, cron, next_run_at, state) values (?, ?, ?, 'IDLE')
                on conflict (name) do update set cron = excluded.cron, next_run_at = excluded.next_run_at
             where s.cron <> excluded.cron""";

    private static final String DUE = """
            select name from schedule
             where (lease_until is null or lease_until < clock_timestamp())
               and (state = 'RUNNING' or next_run_at <= clock_timestamp())""";

    private static final String CLAIM = """
            update schedule
               set state = 'RUNNING', lease_owner = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond',
                   started_at = case state when 'RUNNING' then started_at else clock_timestamp() end,
                   finished_at = null,
                   progress = case state when 'RUNNING' then progress else '{}' end,
                   last_error = case state when 'RUNNING' then last_error end,
                   next_run_at = case state when 'RUNNING' then next_run_at else ? end
             where name = ?
               and (lease_until is null or lease_until < clock_timestamp())
               and (state = 'RUNNING' or next_run_at <= clock_timestamp())""";

    private static final String ADVANCE = """
            update schedule
               set progress = cast(? as jsonb), last_error = coalesce(?, last_error),
                   lease_until = clock_timestamp() + ? * interval '1 millisecond'
             where name = ? and lease_owner = ?""";

    private static final String END = """
            update schedule
               set state = ?, finished_at = case when ? then clock_timestamp() end,
                   last_error = coalesce(?, last_error), lease_owner = null, lease_until = null
             where name = ? and lease_owner = ?""";

    private static final String SHOW = """
            select name, cron, next_run_at, state, started_at, finished_at, progress, last_error
              from schedule where name = ? or ? = '' order by name""";

    private static final String RUN_NOW =
            "update schedule set next_run_at = clock_timestamp() where name = ? and state <> 'RUNNING'";

    @Inject
    private AuditLog audit;

    @Inject
    private Database database;

    @Inject
    private ServerConfig config;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    /** Writes down what is configured; a run that is due under an unchanged configuration stays due. */
    public void enrol() {
        for (var routine : Routine.values()) {
            var cron = cron(routine);
            database.update(ENROL, statement -> {
                statement.setString(1, routine.wire());
                statement.setString(2, cron.text());
                statement.setTimestamp(3, next(cron));
            });
        }
    }

    /** Claims what is due now. */
    public List<Claim> claimDue() {
        var claims = new ArrayList<Claim>();
        for (var name : database.query(DUE, statement -> {}, row -> row.getString(1))) {
            Routine.ofWire(name).flatMap(this::claimed).ifPresent(claims::add);
        }
        return claims;
    }

    /** How far the routine's run has come. */
    JsonObject progress(Routine routine) {
        return show(routine.wire()).get(0).progress();
    }

    /**
     * Writes down how far a run has come, and holds the claim for longer. Within a transaction this is part of it.
     *
     * @param error what went wrong since the last time; null for nothing
     */
    void advance(Claim claim, JsonObject progress, String error) {
        int held = database.update(ADVANCE, statement -> {
            statement.setString(1, progress.toString());
            statement.setString(2, shortened(error));
            statement.setLong(3, LEASE.toMillis());
            statement.setString(4, claim.routine().wire());
            statement.setString(5, claim.owner());
        });
        if (held == 0) {
            throw new IllegalStateException(
                    "another node runs " + claim.routine().wire() + " by now");
        }
    }

    /** The run has come to its end. */
    public void finished(Claim claim) {
        end(claim, "DONE", null);
    }

    /** The run cannot go on; the next one begins anew. */
    public void failed(Claim claim, String error) {
        end(claim, "FAILED", error);
    }

    /** This node stops in the middle: whichever node comes next goes on. */
    public void released(Claim claim) {
        end(claim, "RUNNING", null);
    }

    /** All schedules. */
    public List<ScheduleView> list() {
        return show("");
    }

    /** Has a routine run as soon as some node looks, whatever its cron expression says. */
    public ScheduleView runNow(String name) {
        var found = show(name);
        if (name.isEmpty() || found.isEmpty()) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        return transactions.required(() -> {
            if (database.update(RUN_NOW, statement -> statement.setString(1, name)) == 0) {
                throw UpkeepProblem.SCHEDULE_ALREADY_RUNNING.refusal();
            }
            audit.record(null, AuditAct.of("schedule.run", "schedule", name));
            return show(name).get(0);
        });
    }

    private Optional<Claim> claimed(Routine routine) {
        var claim = new Claim(routine, UUID.randomUUID().toString());
        int changed = database.update(CLAIM, statement -> {
            statement.setString(1, claim.owner());
            statement.setLong(2, LEASE.toMillis());
            statement.setTimestamp(3, next(cron(routine)));
            statement.setString(4, routine.wire());
        });
        return changed == 1 ? Optional.of(claim) : Optional.empty();
    }

    private void end(Claim claim, String state, String error) {
        database.update(END, statement -> {
            statement.setString(1, state);
            statement.setBoolean(2, !state.equals("RUNNING"));
            statement.setString(3, shortened(error));
            statement.setString(4, claim.routine().wire());
            statement.setString(5, claim.owner());
        });
    }

    private List<ScheduleView> show(String name) {
        return database.query(
                SHOW,
                statement -> {
                    statement.setString(1, name);
                    statement.setString(2, name);
                },
                Schedules::view);
    }

    private static ScheduleView view(ResultSet row) throws SQLException {
        return new ScheduleView(
                "schedule",
                row.getString(1),
                row.getString(2),
                millis(row.getTimestamp(3)),
                row.getString(4).toLowerCase(Locale.ROOT),
                millis(row.getTimestamp(5)),
                millis(row.getTimestamp(6)),
                JsonText.object(row.getString(7)).orElse(JsonObject.EMPTY_JSON_OBJECT),
                row.getString(8));
    }

    private Cron cron(Routine routine) {
        return Cron.of(config.text(routine.variable()).orElse(routine.usually()), routine.variable());
    }

    private Timestamp next(Cron cron) {
        return cron.after(clock.real()).map(Timestamp::from).orElse(null);
    }

    private static Long millis(Timestamp time) {
        return time == null ? null : time.getTime();
    }

    private static String shortened(String error) {
        return error == null || error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }
}
