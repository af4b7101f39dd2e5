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

    /** So many jobs a second, of so many low ones, from the commit that brings them to the last outcome. */
    public static double once(App app, int jobs) throws SQLException, InterruptedException {
        app.update("vacuum analyze job");
        var before = app.query("select clock_timestamp()");
        app.probes(jobs, LOW);
        var start = app.query("select clock_timestamp()");
        while (!app.query("select count(*) from job where finished_at is null and priority = " + LOW)
                .equals("0")) {
            Thread.sleep(200);
        }
        var seconds = app.query("select extract(epoch from max(finished_at) - '" + start
                + "') from job where priority = " + LOW + " and created_at >= '" + before + "'");
        return jobs / Double.parseDouble(seconds);
    }
}
