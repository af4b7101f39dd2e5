package dev.rollcall.bench;

import java.sql.SQLException;

/** How many jobs that do nothing one node gets through in a second, from claim to outcome; then the same under an old snapshot. */
final class Drain implements Bench.Measurement {

    private static final int JOBS = 100_000;
    private static final int RUNS = 3;
    private static final int LOW = 3;

    @Override
    public void run(App app) throws Exception {
        once(app, LOW); // warms up
        for (int run = 1; run <= RUNS; run++) {
            Bench.say("drain, run %d: %,.0f jobs/s", run, once(app, LOW));
        }
        try (var old = app.stand().connect()) {
            old.setAutoCommit(false);
            try (var statement = old.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
                statement.executeQuery("select count(*) from job").close();
                for (int run = 1; run <= RUNS; run++) {
                    Bench.say("drain under one old snapshot, run %d: %,.0f jobs/s", run, once(app, LOW));
                }
            }
            old.rollback();
        }
    }

    private static double once(App app, int rank) throws SQLException, InterruptedException {
        app.update("vacuum analyze job");
        var start = app.query("select clock_timestamp()");
        app.probes(JOBS, rank);
        while (!app.query("select count(*) from job where finished_at is null and priority = " + rank)
                .equals("0")) {
            Thread.sleep(200);
        }
        var seconds = app.query("select extract(epoch from max(finished_at) - min(finished_at)) from job"
                + " where priority = " + rank + " and created_at >= '" + start + "'");
        return JOBS / Double.parseDouble(seconds);
    }
}
