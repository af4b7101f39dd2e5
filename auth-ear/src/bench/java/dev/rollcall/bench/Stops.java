package dev.rollcall.bench;

import dev.rollcall.run.Stand;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Stops two nodes in turn under load, behind a proxy that sends requests to nodes that are ready, keeps connections, and repeats
 * nothing: whatever fails, somebody would have seen.
 */
final class Stops implements Bench.Measurement {

    private static final int LOAD = 8;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final List<Integer> ready = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    @Override
    public void run(App app) throws Exception {
        var first = app.stand();
        try (var second = first.another()) {
            var nodes = List.of(first, second);
            var tally = new Tally();
            var threads = new ArrayList<Thread>();
            for (var node : nodes) {
                threads.add(new Thread(() -> watch(port(node))));
            }
            for (int n = 0; n < LOAD; n++) {
                threads.add(new Thread(() -> load(tally)));
            }
            threads.forEach(Thread::start);
            try {
                awaitReady(nodes.size());
                first.stopServer();
                first.startServer();
                awaitReady(nodes.size());
                second.stopServer();
                awaitReady(1);
            } finally {
                over = true;
                for (var thread : threads) {
                    thread.join();
                }
            }
            Bench.say(
                    "2 stops under load, drained for %d s each, readiness asked every %d ms: %s",
                    Bench.DRAIN.toSeconds(), BETWEEN_LOOKS.toMillis(), tally);
        }
    }

    private void awaitReady(int nodes) throws InterruptedException {
        while (ready.size() < nodes) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        Thread.sleep(Bench.DRAIN.toMillis()); // so that both are under load for a while
    }

    private void watch(Integer port) {
        while (!over) {
            boolean now;
            try (var line = new Line(port, 2000)) {
                line.begin("127.0.0.1", "GET /health/ready HTTP/1.1");
                now = line.reply().status() == 200;
            } catch (IOException gone) {
                now = false;
            }
            if (!now) {
                ready.remove(port);
            } else if (!ready.contains(port)) {
                ready.add(port);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void load(Tally tally) {
        var lines = new HashMap<Integer, Line>();
        while (!over) {
            var choice = List.copyOf(ready);
            if (choice.isEmpty()) {
                Thread.onSpinWait();
                continue;
            }
            var port = choice.get(ThreadLocalRandom.current().nextInt(choice.size()));
            long begun = System.nanoTime();
            try {
                var line = lines.get(port);
                if (line == null || !line.isKept()) {
                    line = new Line(port, 10_000);
                    lines.put(port, line);
                }
                line.begin("198.51.100.7", "GET /v1/client?_is_native=1 HTTP/1.1");
                int status = line.reply().status();
                if (status == 200) {
                    tally.answered((System.nanoTime() - begun) / 1e6);
                } else {
                    tally.failed(String.valueOf(status));
                }
                Thread.sleep(5);
            } catch (IOException e) {
                tally.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
                lines.remove(port);
            } catch (InterruptedException e) {
                return;
            }
        }
        lines.values().forEach(Line::close);
    }

    private static Integer port(Stand node) {
        return URI.create(node.url()).getPort();
    }
}
