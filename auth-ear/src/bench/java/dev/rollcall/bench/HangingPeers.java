package dev.rollcall.bench;

import java.util.ArrayList;

/** Whether one kind of delivery suffers when the other's server hangs. */
final class HangingPeers implements Bench.Measurement {

    private static final int EVENTS = 3000;
    private static final int MAILS = 300;

    @Override
    public void run(App app) throws Exception {
        try (var postbox = new Postbox();
                var receiver = new Receiver()) {
            var mails = Mails.prepare(app, postbox);
            var events = Events.prepare(app, receiver);
            mails.latencies(100); // warms up
            Bench.say("webhooks, all well: %,.0f/s", webhooks(app, receiver, events));
            postbox.hang(true);
            for (int i = 0; i < 200; i++) {
                mails.ask();
            }
            Bench.say("webhooks, SMTP server hangs under 200 mails: %,.0f/s", webhooks(app, receiver, events));
            postbox.hang(false);
            while (!app.query("select count(*) from job where type like 'message%' and finished_at is null")
                    .equals("0")) {
                app.update(
                        "update job set run_at = clock_timestamp() where type like 'message%' and finished_at is null"
                                + " and lease_owner is null");
                Thread.sleep(500);
            }
            postbox.received.clear();
            Bench.say("urgent mail, all well: %s", Mails.summary(mails.latencies(MAILS)));
            events.queue(EVENTS, 0);
            receiver.is(Receiver.Mood.HANGS, 0);
            events.release();
            Thread.sleep(1000);
            Bench.say(
                    "urgent mail, %d deliveries to a webhook server that hangs: %s",
                    EVENTS, Mails.summary(new ArrayList<>(mails.latencies(MAILS))));
            receiver.is(Receiver.Mood.TAKES, 0);
        }
    }

    private static double webhooks(App app, Receiver receiver, Events events) throws Exception {
        events.queue(EVENTS, 0);
        int queued = events.release();
        long start = System.nanoTime();
        while (receiver.byId.size() < queued) {
            Thread.sleep(5);
        }
        return queued / ((System.nanoTime() - start) / 1e9);
    }
}
