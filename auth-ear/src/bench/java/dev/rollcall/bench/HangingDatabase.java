package dev.rollcall.bench;

import dev.rollcall.run.Stand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Stops every process of PostgreSQL for thirty seconds under load: their sockets stay open and nothing is answered. Counts how long
 * requests wait meanwhile, when they are answered again, and whether every event still arrives.
 */
final class HangingDatabase implements Bench.Measurement {

    private static final int EVENTS = 2_000;
    private static final int CLIENTS = 16;
    private static final Duration HANG = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A request's end: when it began, how long it took, and its status; 0 if there was no answer. */
    private record Ended(long began, long nanos, int status) {}

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private volatile boolean asking = true;

    @Override
    public void run(App app) throws Exception {
        try (var receiver = new Receiver()) {
            var events = Events.prepare(app, receiver);
            events.queue(EVENTS, 15);
            int queued = events.release();
            var clients = clients(app);
            awaitArrivals(receiver, queued / 10);
            long hung = System.nanoTime();
            hang(app.stand());
            long back = System.nanoTime();
            awaitArrivals(receiver, queued);
            Thread.sleep(10_000);
            asking = false;
            for (var client : clients) {
                client.join();
            }
            tell(hung, back);
            int distinct = receiver.byId.size();
            Bench.say(
                    "%d events queued, %d arrived, %d lost, %d duplicates, %d events under more than one id",
                    queued, distinct, queued - distinct, receiver.arrivals() - distinct, receiver.strangeIds.get());
        }
    }

    private void tell(long hung, long back) {
        long settled = hung + Duration.ofSeconds(2).toNanos();
        say("before", ended.stream().filter(e -> e.began + e.nanos < hung));
        say("under way when it hung", ended.stream().filter(e -> e.began < hung && e.began + e.nanos >= hung));
        say("begun in its first 2 s", ended.stream().filter(e -> e.began >= hung && e.began < settled));
        say("begun later in the hang", ended.stream().filter(e -> e.began >= settled && e.began < back));
        say("begun afterwards", ended.stream().filter(e -> e.began >= back));
        long first = ended.stream()
                .filter(e -> e.status == 200 && e.began + e.nanos > back)
                .mapToLong(e -> e.began + e.nanos)
                .min()
                .orElse(Long.MAX_VALUE);
        long last = ended.stream()
                .filter(e -> e.status != 200 && e.began + e.nanos > back)
                .mapToLong(e -> e.began + e.nanos)
                .max()
                .orElse(back);
        Bench.say(
                "after it went on: first 200 after %d ms, last refusal after %d ms",
                millis(first - back), millis(last - back));
    }

    private static void say(String when, Stream<Ended> some) {
        var all = some.toList();
        var times = all.stream().map(Ended::nanos).sorted().toList();
        if (times.isEmpty()) {
            Bench.say("%s: none", when);
            return;
        }
        Bench.say(
                "%s: %d requests, %d of them 200, %d 503, %d other; p50 %d ms, p99 %d ms, max %d ms",
                when,
                all.size(),
                all.stream().filter(e -> e.status == 200).count(),
                all.stream().filter(e -> e.status == 503).count(),
                all.stream().filter(e -> e.status != 200 && e.status != 503).count(),
                millis(times.get(times.size() / 2)),
                millis(times.get((int) (times.size() * 0.99))),
                millis(times.get(times.size() - 1)));
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private List<Thread> clients(App app) {
        var all = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Thread(() -> ask(app), "client " + i);
            client.setDaemon(true);
            client.start();
            all.add(client);
        }
        return all;
    }

    /** One request after the other, with a breath between them. */
    private void ask(App app) {
        var request = HttpRequest.newBuilder(URI.create(app.stand().url() + "/v1/users?limit=10"))
                .header("Authorization", "Bearer " + app.secretKey())
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            while (asking) {
                long began = System.nanoTime();
                int status = 0;
                try {
                    status = CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                } catch (IOException noAnswer) {
                    // told by its status
                }
                ended.add(new Ended(began, System.nanoTime() - began, status));
                Thread.sleep(50);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitArrivals(Receiver receiver, int count) throws InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (receiver.byId.size() < count && Instant.now().isBefore(giveUp)) {
            Thread.sleep(50);
        }
    }

    private static void hang(Stand stand) throws IOException, InterruptedException {
        var first = stand.databaseProcess();
        var all = Stream.concat(Stream.of(first), first.descendants())
                .map(ProcessHandle::pid)
                .toList();
        var goOn = new Thread(() -> signal("CONT", all), "go on");
        Runtime.getRuntime().addShutdownHook(goOn);
        try {
            signal("STOP", all);
            Thread.sleep(HANG.toMillis());
        } finally {
            signal("CONT", all);
            Runtime.getRuntime().removeShutdownHook(goOn);
        }
    }

    private static void signal(String name, List<Long> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(pid -> command.add(Long.toString(pid)));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
