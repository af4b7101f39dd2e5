package dev.rollcall.bench;

import java.util.concurrent.atomic.AtomicBoolean;

/** How long a code takes from its commit to the SMTP server: on an idle server, and while low jobs flood the queue. */
final class UrgentMail implements Bench.Measurement {

    private static final int MAILS = 1000;
    private static final int FLOOD = 100_000;
    private static final int STEP = 500;
    private static final int LOW = 3;

    @Override
    public void run(App app) throws Exception {
        try (var postbox = new Postbox()) {
            var mails = Mails.prepare(app, postbox);
            mails.latencies(300); // warms up
            Bench.say("urgent mail, idle: %s", Mails.summary(mails.latencies(MAILS)));
            var flooding = new AtomicBoolean(true);
            var flood = new Thread(() -> flood(app, flooding), "flood");
            app.probes(FLOOD + FLOOD / 4, LOW);
            flood.start();
            var under = mails.latencies(MAILS);
            var left = app.query("select count(*) from job where finished_at is null and priority = " + LOW);
            flooding.set(false);
            flood.join();
            Bench.say("urgent mail, %s low jobs waiting at the end: %s", left, Mails.summary(under));
        }
    }

    /** Keeps about as many low jobs waiting as it began with, in small steps: the flood is what is measured, and not its source. */
    private static void flood(App app, AtomicBoolean on) {
        try {
            while (on.get()) {
                var left = Integer.parseInt(
                        app.query("select count(*) from job where finished_at is null and priority = " + LOW));
                for (int missing = FLOOD - left; missing > 0 && on.get(); missing -= STEP) {
                    app.probes(STEP, LOW);
                    Thread.sleep(20);
                }
                Thread.sleep(500);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
