package dev.rollcall.bench.speed;

import dev.rollcall.bench.App;
import dev.rollcall.bench.Drain;
import dev.rollcall.bench.Mails;
import dev.rollcall.bench.Postbox;
import dev.rollcall.bench.speed.Row.Unit;
import dev.rollcall.job.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queue: how fast low jobs that do nothing are got through, and how long an urgent one waits while they flood it. Ours is then a mail, from
 * the commit to the end of it in an SMTP server; for the limit and the peer it is a job that does nothing. The limit is the queue's own
 * statements by `pgbench`, on a table of the same shape, without anybody who works.
 */
final class QueueRows implements Rows {

    private static final int JOBS_PER_SECOND = 20_000;

    /** More than any of them gets through. */
    private static final int FLOOD_PER_SECOND = 60_000;

    private static final int MAILS_AT_ONCE = 20;
    private static final int BATCH = 200; // as many as a partition of ours has under way
    private static final int CLAIMERS = 2;

    private static final String EMPTY = """
            create schema if not exists bare;
            drop table if exists bare.job;
            create table bare.job (like public.job including all)""";
    private static final String FILL = """
            insert into bare.job (instance_id, id, type, priority, payload, state, run_at, created_at)
                select 'ins_bare', 'job_' || lpad(n::text, 27, '0'), 'probe', 3, '{}', 'PENDING', clock_timestamp(), clock_timestamp()
                  from generate_series(1, %d) n""";
    private static final String INSERT_URGENT = """
            insert into job (instance_id, id, type, priority, payload, state, run_at, created_at)
                values ('ins_bare', 'job_' || gen_random_uuid(), 'probe', 0, '{}', 'PENDING', clock_timestamp(), clock_timestamp());
            """;
    private static final String CLAIM = """
            with claimed as (%s)
                select coalesce(array_agg(instance_id), '{}') instances, coalesce(array_agg(id), '{}') ids,
                       coalesce(max(run_at), '-infinity') newest from claimed
            \\gset
            """;

    private Mails mails;

    @Override
    public Set<String> names() {
        return Set.of("drain", "urgent");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        var ours = setting.ours();
        var app = ours.app();
        var graphile = new Graphile(setting.peers(), ours);
        return List.of(
                Row.of("drain", "low jobs that do nothing", seconds -> drained(app, JOBS_PER_SECOND * seconds))
                        .limit("claim and settle", seconds -> claimed(setting, JOBS_PER_SECOND * seconds))
                        .peer("Graphile Worker", seconds -> graphile.drain(JOBS_PER_SECOND * seconds)),
                Row.of(
                                "urgent",
                                "p99 of an urgent mail under a flood of low jobs",
                                Unit.MILLIS,
                                seconds -> mailed(app, seconds))
                        .limit("insert, claim and settle", seconds -> urgent(setting, seconds))
                        .peer(
                                "job of Graphile Worker",
                                seconds -> graphile.urgent(FLOOD_PER_SECOND * seconds, seconds)));
    }

    private static Figure drained(App app, int jobs) throws Exception {
        var figure = Figure.of(Drain.once(app, jobs));
        swept(app);
        return figure;
    }

    private Figure mailed(App app, int seconds) throws Exception {
        if (mails == null) {
            mails = Mails.prepare(app, new Postbox());
        }
        app.probes(FLOOD_PER_SECOND * seconds, 3);
        app.update("analyze job");
        var all = new ArrayList<Duration>();
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end; ) {
            all.addAll(mails.latencies(MAILS_AT_ONCE));
        }
        boolean dry = app.query("select exists (select 1 from job where finished_at is null and type = 'probe')")
                .equals("f");
        swept(app);
        if (dry) {
            throw new IllegalStateException("the flood ran dry");
        }
        return Graphile.millis(all.stream().mapToDouble(one -> one.toNanos() / 1e6));
    }

    private static void swept(App app) throws Exception {
        app.update("delete from job where type = 'probe'");
        app.update("vacuum analyze job");
    }

    private static Figure claimed(Setting setting, int jobs) throws Exception {
        filled(setting, jobs);
        var script = setting.onDatabase().script("drain", statements(3, BATCH));
        var pgbench = new Pgbench(setting.files(), setting.ours(), CLAIMERS).inSchema("bare");
        var figure = pgbench.times(script, jobs / BATCH / CLAIMERS + CLAIMERS, Map.of("newest", "-infinity"));
        var app = setting.ours().app();
        var left = app.query("select count(*) from bare.job where finished_at is null");
        if (!left.equals("0")) {
            throw new IllegalStateException(left + " jobs were not claimed");
        }
        var took = app.query("select extract(epoch from max(finished_at) - min(finished_at)) from bare.job");
        return new Figure(jobs / Double.parseDouble(took), 0, 0, figure.generatorCores(), 0, 0);
    }

    private static Figure urgent(Setting setting, int seconds) throws Exception {
        filled(setting, FLOOD_PER_SECOND * seconds);
        var script = setting.onDatabase().script("urgent", INSERT_URGENT + statements(0, 1));
        var pgbench = new Pgbench(setting.files(), setting.ours(), 1).inSchema("bare");
        return pgbench.run(script, seconds, Map.of("newest", "-infinity")).ofP99();
    }

    private static void filled(Setting setting, int jobs) throws Exception {
        var app = setting.ours().app();
        for (var sql : List.of(EMPTY, FILL.formatted(jobs), "vacuum analyze bare.job")) {
            app.update(sql);
        }
    }

    /** What our queue sends for a batch, in turn; the next claim begins where this one has ended. */
    private static String statements(int priority, int batch) throws ReflectiveOperationException {
        var owner = "'bare-' || :client_id::text";
        var each = "array_fill(%s, array[cardinality(:ids::text[])])";
        return CLAIM.formatted(filled("CLAIM", owner, "20000", "" + priority, ":newest::timestamptz", "" + batch))
                + filled(
                        "SETTLE",
                        ":instances",
                        ":ids",
                        each.formatted(owner),
                        each.formatted("'DONE'::text"),
                        each.formatted("0::bigint"),
                        each.formatted("null::text"))
                + ";\n";
    }

    private static String filled(String name, String... values) throws ReflectiveOperationException {
        var field = JobQueue.class.getDeclaredField(name);
        field.setAccessible(true);
        var sql = (String) field.get(null);
        for (var value : values) {
            int place = sql.indexOf('?');
            sql = sql.substring(0, place) + value + sql.substring(place + 1);
        }
        return sql;
    }
}
