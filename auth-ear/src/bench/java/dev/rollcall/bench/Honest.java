package dev.rollcall.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People and an app who use the server as they always do, while something happens to it: four at once ask for the environment, for their
 * client, for a session token, and for a user by the Backend API, each over a connection of their own.
 */
final class Honest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 20;
    private static final String PASSWORD = "correct-Horse-91-x";

    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private volatile Tally tally = new Tally();
    private volatile boolean over;

    /** Makes the user whom they ask about, signs in, and begins. */
    Honest(App app, int port) throws Exception {
        this.port = port;
        var email = "honest-" + UUID.randomUUID() + "@example.com";
        var user = app.backend("POST", "/v1/users", Map.of("email_address", List.of(email), "password", PASSWORD))
                .path("id")
                .asText();
        var signedIn = app.frontend(
                "/v1/client/sign_ins", "", Map.of("strategy", "password", "identifier", email, "password", PASSWORD));
        var client = "Authorization: "
                + signedIn.headers().firstValue("Authorization").orElseThrow();
        var session = signedIn.body().replaceAll("(?s).*\"created_session_id\":\"([^\"]+)\".*", "$1");
        var key = "Authorization: Bearer " + app.secretKey();
        ask("198.51.100.1", "GET /v1/environment HTTP/1.1");
        ask("198.51.100.2", "GET /v1/client?_is_native=1 HTTP/1.1", client);
        ask(
                "198.51.100.3",
                "POST /v1/client/sessions/" + session + "/tokens?_is_native=1 HTTP/1.1",
                client,
                "Content-Length: 0");
        ask("198.51.100.4", "GET /v1/users/" + user + " HTTP/1.1", key);
    }

    /** Counts from here on in a new tally, and returns the former one. */
    Tally turn() {
        var former = tally;
        tally = new Tally();
        return former;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void ask(String from, String... request) {
        var thread = new Thread(() -> {
            Line line = null;
            while (!over) {
                var counted = tally;
                long begun = System.nanoTime();
                try {
                    line = line != null && line.isKept() ? line : new Line(port, PATIENCE_MILLIS);
                    line.begin(from, request);
                    int status = line.reply().status();
                    if (status == 200) {
                        counted.answered((System.nanoTime() - begun) / 1e6);
                    } else {
                        counted.failed(String.valueOf(status));
                    }
                    Thread.sleep(PAUSE_MILLIS);
                } catch (IOException e) {
                    counted.failed(e.getClass().getSimpleName());
                    line = closed(line);
                } catch (InterruptedException e) {
                    return;
                }
            }
            closed(line);
        });
        thread.start();
        threads.add(thread);
    }

    private static Line closed(Line line) {
        if (line != null) {
            line.close();
        }
        return null;
    }
}
