package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.data.Database;
import dev.rollcall.job.Cursor;
import dev.rollcall.job.JobQueue;
import dev.rollcall.job.Lease;
import dev.rollcall.job.Outcome;
import dev.rollcall.job.Priority;
import dev.rollcall.job.RetrySchedule;
import dev.rollcall.job.Settled;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What PostgreSQL makes of the queue's statements: who gets a job, who may say how it ended, and what is left of it. */
class JobQueueIT {

    private static final RetrySchedule ONE_RETRY = RetrySchedule.of("PT1H");

    private static PGSimpleDataSource source;

    private final JobQueue queue = new JobQueue(new Database(source));

    @BeforeAll
    static void create() throws SQLException {
        source = QueueDatabase.create();
    }

    @BeforeEach
    void empty() throws SQLException {
        run("delete from job");
    }

    @Test
    void aJobIsClaimedOnceHoweverManyAsk() throws SQLException {
        given(500, Priority.HIGH, "now()");
        var workers = new ArrayList<CompletableFuture<List<Lease>>>();
        for (int i = 0; i < 8; i++) {
            workers.add(CompletableFuture.supplyAsync(this::claimAll));
        }
        var ids = workers.stream()
                .flatMap(worker -> worker.join().stream())
                .map(lease -> lease.job().id())
                .toList();
        assertThat(ids).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void whatIsDueLongestGoesFirstAndNothingGoesEarly() throws SQLException {
        given(1, Priority.LOW, "now() - interval '1 minute'");
        given(1, Priority.LOW, "now() - interval '2 minutes'");
        given(1, Priority.LOW, "now() + interval '1 minute'");
        given(1, Priority.HIGH, "now() - interval '3 minutes'");
        assertThat(claim(1)).extracting(lease -> lease.job().id()).containsExactly("job_2_1");
        assertThat(claim(10)).extracting(lease -> lease.job().id()).containsExactly("job_1_1");
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void aDeadNodesJobIsTakenOverAndItsLateOutcomeIsNotListenedTo() throws SQLException {
        given(1, Priority.LOW, "now()");
        var dead = claim(1).get(0);
        assertThat(claim(1)).as("while the lease holds").isEmpty();
        run("update job set lease_until = now() - interval '1 second'");
        var heir = claim(1).get(0);
        assertThat(heir.job().attempt()).isEqualTo(2);

        settle(dead, Outcome.hopeless("too late"));
        queue.renew(List.of(dead));
        assertThat(text("select state from job")).isEqualTo("PENDING");
        settle(heir, Outcome.done());
        assertThat(text("select state from job")).isEqualTo("DONE");
    }

    @Test
    void aRenewedLeaseHolds() throws SQLException {
        given(1, Priority.LOW, "now()");
        var lease = claim(1).get(0);
        run("update job set lease_until = now() + interval '1 second'");
        queue.renew(List.of(lease));
        assertThat(text("select lease_until > now() + interval '10 seconds' from job"))
                .isEqualTo("t");
    }

    @Test
    void aFailedAttemptIsKeptAndTriedAgainLaterAndTheLastOneIsDead() throws SQLException {
        given(1, Priority.LOW, "now()");
        settle(claim(1).get(0), Outcome.failed("refused"));
        assertThat(claim(1)).as("before its time").isEmpty();
        assertThat(text("select state || attempts || (failures -> 0 ->> 'error') from job"))
                .isEqualTo("PENDING1refused");
        run("update job set run_at = now()");
        settle(claim(1).get(0), Outcome.failed("refused again"));
        assertThat(text("select state || attempts || (failures -> 1 ->> 'error') from job"))
                .isEqualTo("DEAD2refused again");
        assertThat(text("select finished_at is not null and lease_owner is null from job"))
                .isEqualTo("t");
    }

    @Test
    void aPostponedAttemptDoesNotCount() throws SQLException {
        given(1, Priority.LOW, "now()");
        settle(claim(1).get(0), Outcome.postponed("breaker open", Duration.ofMinutes(1)));
        assertThat(text("select state || attempts || failures || (run_at > now() + interval '30 s') from job"))
                .isEqualTo("PENDING0[]true");
    }

    @Test
    void whatIsGivenBackIsThereForOthersAtOnce() throws SQLException {
        given(3, Priority.LOW, "now()");
        queue.release(claim(3));
        assertThat(claim(3)).hasSize(3).allMatch(lease -> lease.job().attempt() == 1);
    }

    @Test
    void oneJobAtATimeHasADedupeKey() throws SQLException {
        given(1, Priority.LOW, "now()");
        run("update job set dedupe_key = 'k'");
        var again = "insert into job (instance_id, id, type, priority, payload, dedupe_key, state, run_at, created_at)"
                + " values ('ins_1', 'job_again', 'probe', 3, '{}', 'k', 'PENDING', now(), now())"
                + " on conflict (instance_id, dedupe_key) where finished_at is null and dedupe_key is not null do nothing";
        assertThat(run(again)).isZero();
        settle(claim(1).get(0), Outcome.done());
        assertThat(run(again)).isEqualTo(1);
    }

    private int batch;

    private void given(int count, Priority priority, String runAt) throws SQLException {
        batch++;
        int rank = List.of(Priority.values()).indexOf(priority);
        run("insert into job (instance_id, id, type, priority, payload, state, run_at, created_at)"
                + " select 'ins_1', 'job_" + batch + "_' || n, 'probe', " + rank + ", '{}', 'PENDING', " + runAt
                + ", now() from generate_series(1, " + count + ") n");
    }

    private List<Lease> claim(int atMost) {
        return queue.claim(Priority.LOW, atMost, new Cursor());
    }

    private List<Lease> claimAll() {
        var cursor = new Cursor();
        var all = new ArrayList<Lease>();
        for (var some = queue.claim(Priority.HIGH, 7, cursor);
                !some.isEmpty();
                some = queue.claim(Priority.HIGH, 7, cursor)) {
            all.addAll(some);
        }
        return all;
    }

    private void settle(Lease lease, Outcome outcome) {
        queue.settle(List.of(Settled.of(lease, outcome, ONE_RETRY)));
    }

    private static int run(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
