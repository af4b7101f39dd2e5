package dev.rollcall.bench;

/** How long a code takes from its commit to the SMTP server: on an idle server, and while low jobs flood the queue. */
final class UrgentMail implements Bench.Measurement {

    private static final int MAILS = 1000;

    /** As many as are still more than 100,000 when the last mail has left. */
    private static final int FLOOD = 500_000;

    private static final int LOW = 3;

    @Override
    public void run(App app) throws Exception {
        try (var postbox = new Postbox()) {
            var mails = Mails.prepare(app, postbox);
            mails.latencies(3 * MAILS); // until the compiler has seen it all
            Bench.say("urgent mail, idle: %s", Mails.summary(mails.latencies(MAILS)));
            app.probes(FLOOD, LOW);
            app.update("analyze job");
            var under = mails.latencies(MAILS);
            var left = app.query("select count(*) from job where finished_at is null and priority = " + LOW);
            Bench.say("urgent mail, %s low jobs waiting at the end: %s", left, Mails.summary(under));
        }
    }
}
