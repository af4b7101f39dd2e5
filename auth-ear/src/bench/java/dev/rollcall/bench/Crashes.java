package dev.rollcall.bench;

import java.time.Duration;
import java.time.Instant;

/** Kills the server, and then PostgreSQL, in the midst of deliveries, ten times each; then counts what arrived, and how often. */
final class Crashes implements Bench.Measurement {

    private static final int EVENTS = 10_000;
    private static final int KILLS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Something that is killed and comes again. */
    private interface Blow {
        void strike() throws Exception;
    }

    @Override
    public void run(App app) throws Exception {
        try (var receiver = new Receiver()) {
            var events = Events.prepare(app, receiver);
            trial(app, receiver, events, "kill -9 of the server", () -> {
                app.stand().killServer();
                app.stand().startServer();
            });
            trial(app, receiver, events, "kill -9 of PostgreSQL", () -> {
                app.stand().killDatabase();
                app.stand().startDatabase();
            });
        }
    }

    private static void trial(App app, Receiver receiver, Events events, String name, Blow blow) throws Exception {
        events.queue(EVENTS, 15);
        int queued = events.release();
        int kills = 0;
        var giveUp = Instant.now().plus(PATIENCE);
        while (receiver.byId.size() < queued && Instant.now().isBefore(giveUp)) {
            if (kills < KILLS && receiver.byId.size() >= queued * (kills + 1L) / (KILLS + 2)) {
                blow.strike();
                kills++;
            }
            Thread.sleep(20);
        }
        Thread.sleep(30_000); // what is delivered twice comes when leases run out
        int distinct = receiver.byId.size();
        Bench.say(
                "%s, %d times: %d events queued, %d arrived, %d lost, %d duplicates, %d events under more than one id, pending %s, dead %s",
                name,
                kills,
                queued,
                distinct,
                queued - distinct,
                receiver.arrivals() - distinct,
                receiver.strangeIds.get(),
                app.query("select count(*) from job where type = 'webhook.deliver' and state = 'PENDING'"),
                app.query("select count(*) from job where type = 'webhook.deliver' and state = 'DEAD'"));
    }
}
