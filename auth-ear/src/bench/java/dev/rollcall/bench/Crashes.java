package dev.rollcall.bench;

import dev.rollcall.run.Stand;
import java.time.Duration;
import java.time.Instant;

/** Kills the server, or PostgreSQL, in the midst of deliveries, ten times; then counts what arrived, and how often. */
final class Crashes implements Bench.Measurement {

    private static final int EVENTS = 10_000;
    private static final int KILLS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Something that is killed and comes again. */
    private interface Blow {
        void strike(Stand stand);
    }

    private final String victim;
    private final Blow blow;

    private Crashes(String victim, Blow blow) {
        this.victim = victim;
        this.blow = blow;
    }

    static Crashes ofTheServer() {
        return new Crashes("the server", stand -> {
            stand.killServer();
            stand.startServer();
        });
    }

    static Crashes ofTheDatabase() {
        return new Crashes("PostgreSQL", stand -> {
            stand.killDatabase();
            stand.startDatabase();
        });
    }

    @Override
    public void run(App app) throws Exception {
        try (var receiver = new Receiver()) {
            trial(app, receiver, Events.prepare(app, receiver));
        }
    }

    private void trial(App app, Receiver receiver, Events events) throws Exception {
        events.queue(EVENTS, 15);
        int queued = events.release();
        int kills = 0;
        var giveUp = Instant.now().plus(PATIENCE);
        while (receiver.byId.size() < queued && Instant.now().isBefore(giveUp)) {
            if (kills < KILLS && receiver.byId.size() >= queued * (kills + 1L) / (KILLS + 2)) {
                blow.strike(app.stand());
                kills++;
            }
            Thread.sleep(20);
        }
        Thread.sleep(30_000); // what is delivered twice comes when leases run out
        int distinct = receiver.byId.size();
        Bench.say(
                "kill -9 of %s, %d times: %d events queued, %d arrived, %d lost, %d duplicates, %d events under more than one id, pending %s, dead %s",
                victim,
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
