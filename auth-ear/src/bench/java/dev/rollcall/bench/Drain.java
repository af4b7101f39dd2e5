package dev.rollcall.bench;

import java.sql.SQLException;

/** How many jobs that do nothing one node gets through in a second, from claim to outcome; then the same under an old snapshot. */
public final class Drain implements Bench.Measurement {

    private static final int JOBS = 100_000;
    private static final int RUNS = 3;
    private static final int LOW = 3;

    @Override
    public void run(App app) throws Exception {
        once(app, JOBS); // warms up
        for (int run = 1; run <= RUNS; run++) {
            Bench.say("drain, run %d: %,.0f jobs/s", run, once(app, JOBS));
        }
        try (var old = app.stand().connect()) {
            old.setAutoCommit(false);
            try (var statement = old.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
                statement.executeQuery("select count(*) from job").close();
                for (int run = 1; run <= RUNS; run++) {
                    Bench.say("drain under one old snapshot, run %d: %,.0f jobs/s", run, once(app, JOBS));
                }
            }
            old.rollback();
        }
    }

    /** So many jobs a second, of so many low ones, from the first outcome to the last. */
    public static double once(App app, int jobs) throws SQLException, InterruptedException {
        app.update("vacuum analyze job");
        var start = app.query("select clock_timestamp()");
        app.probes(jobs, LOW);
        while (!app.query("select count(*) from job where finished_at is null and priority = " + LOW)
                .equals("0")) {
            Thread.sleep(200);
        }
        var seconds = app.query("select extract(epoch from max(finished_at) - min(finished_at)) from job"
                + " where priority = " + LOW + " and created_at >= '" + start + "'");
        return jobs / Double.parseDouble(seconds);
    }
}
