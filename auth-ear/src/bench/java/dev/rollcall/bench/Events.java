package dev.rollcall.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Events that are queued for one endpoint. */
record Events(App app, Receiver receiver) {

    private static final int AT_ONCE = 8;

    /** The development instance tells this receiver of new users from now on. */
    static Events prepare(App app, Receiver receiver) throws IOException, InterruptedException, SQLException {
        var instance = app.query("select id from instance limit 1");
        app.backend(
                "POST",
                "/api/v1/app/" + instance + "/endpoint/",
                Map.of("url", receiver.url(), "filterTypes", List.of("user.created")));
        return new Events(app, receiver);
    }

    /** Creates so many users while the receiver refuses, so that all of their events wait. Then the receiver takes what comes. */
    void queue(int count, int millisEach) throws Exception {
        receiver.is(Receiver.Mood.REFUSES, 0);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var creations = IntStream.range(0, count)
                    .mapToObj(n -> (Callable<Void>) this::create)
                    .toList();
            for (var creation : pool.invokeAll(creations)) {
                creation.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdown();
        }
        while (!app.query("select count(*) from job where type = 'webhook.deliver' and finished_at is null"
                        + " and run_at < now() + interval '1 minute'")
                .equals("0")) {
            Thread.sleep(200);
        }
        receiver.forget();
        receiver.is(Receiver.Mood.TAKES, millisEach);
    }

    /** Everything that waits is due now; answers how much that is. */
    int release() throws Exception {
        return app.update("update job set run_at = clock_timestamp(), attempts = 0"
                + " where type = 'webhook.deliver' and finished_at is null");
    }

    private Void create() throws IOException, InterruptedException {
        app.backend(
                "POST",
                "/v1/users",
                Map.of(
                        "email_address",
                        List.of(UUID.randomUUID() + "@example.com"),
                        "skip_password_requirement",
                        true));
        return null;
    }
}
