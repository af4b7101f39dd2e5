package dev.rollcall.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * Strangers who try to stop the server, one way after the other, and what {@link Honest} people notice of it: bodies of a megabyte that
 * make a large tree, bodies that come byte by byte, and readers who take a large image a little at a time. Whoever is refused or cut off
 * comes again at once, for thirty seconds.
 */
final class Overload implements Bench.Measurement {

    private static final Duration ATTACK = Duration.ofSeconds(30);
    private static final Duration PEACE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MANY = 48;
    private static final int READERS = 16;

    /** What one attacker does over and over; says how it ended. */
    private interface Attack {
        String strike(int port, int number, Instant until) throws IOException, InterruptedException;
    }

    @Override
    public void run(App app) throws Exception {
        int port = URI.create(app.stand().url()).getPort();
        var image = image(app);
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            try (var honest = new Honest(app, port)) {
                Thread.sleep(PEACE.toMillis());
                if (warmUp == 1) {
                    Bench.say("before: %s", honest.turn());
                }
            }
        }
        during(app, port, MANY + " bodies of 1 MiB", MANY, Overload::tree);
        during(app, port, MANY + " slow bodies", MANY, Overload::slowBody);
        during(
                app,
                port,
                READERS + " slow readers of " + image,
                READERS,
                (to, number, until) -> slowReader(to, number, until, image));
    }

    private static void during(App app, int port, String what, int attackers, Attack attack) throws Exception {
        try (var honest = new Honest(app, port)) {
            var fates = new Tally();
            var until = Instant.now().plus(ATTACK);
            var threads = new ArrayList<Thread>();
            for (int n = 0; n < attackers; n++) {
                int number = n;
                threads.add(new Thread(() -> attack(attack, port, number, until, fates)));
            }
            honest.turn();
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
            Bench.say("during %s: %s", what, honest.turn());
            Bench.say("  the attackers: %s", fates.outcomes());
            boolean back = awaitAnswer(port);
            honest.turn();
            if (back) {
                Thread.sleep(PEACE.toMillis());
                Bench.say("  afterwards: %s", honest.turn());
                return;
            }
        }
        app.stand().killServer();
        app.stand().startServer();
    }

    private static void attack(Attack attack, int port, int number, Instant until, Tally fates) {
        while (Instant.now().isBefore(until)) {
            try {
                fates.failed(attack.strike(port, number, until));
            } catch (IOException e) {
                fates.failed(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static boolean awaitAnswer(int port) throws InterruptedException {
        var begun = Instant.now();
        while (Instant.now().isBefore(begun.plus(PATIENCE))) {
            try (var live = new Line(port, 2000);
                    var asked = new Line(port, 2000)) {
                live.begin("198.51.100.9", "GET /health/live HTTP/1.1");
                asked.begin("198.51.100.9", "GET /v1/client?_is_native=1 HTTP/1.1");
                if (live.reply().status() == 200 && asked.reply().status() == 200) {
                    Bench.say(
                            "  answers again %d ms after the attack",
                            Duration.between(begun, Instant.now()).toMillis());
                    return true;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        Bench.say("  no answer within %d s after the attack: killed", PATIENCE.toSeconds());
        return false;
    }

    /** As in the attack that was seen: 1 MiB of JSON from which some 33 MB of objects are made. */
    private static String tree(int port, int number, Instant until) throws IOException {
        var targets = List.of(
                "/v1/client/sign_ins", "/v1/client/sessions/sess_" + "0".repeat(27) + "/tokens", "/v1/waitlist");
        var body = ("{\"a\":[" + "{\"\":0},".repeat((1 << 20) / 7 - 4) + "0]}").getBytes(StandardCharsets.US_ASCII);
        try (var line = new Line(port, 10_000)) {
            line.begin(
                    address(number),
                    "POST " + targets.get(number % targets.size()) + " HTTP/1.1",
                    "Content-Type: application/json",
                    "Content-Length: " + body.length);
            line.send(body);
            return String.valueOf(line.reply().status());
        }
    }

    private static String slowBody(int port, int number, Instant until) throws IOException, InterruptedException {
        try (var line = new Line(port, 1)) {
            line.begin(
                    address(number),
                    "POST /v1/client/sign_ins HTTP/1.1",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 4096");
            while (Instant.now().isBefore(until)) {
                line.send(new byte[] {'a'});
                Thread.sleep(500);
                try {
                    int first = line.read();
                    return first < 0 ? "cut off" : "answered early";
                } catch (SocketTimeoutException stillWaiting) {
                    continue;
                }
            }
            return "never ended";
        }
    }

    private static String slowReader(int port, int number, Instant until, String image)
            throws IOException, InterruptedException {
        try (var line = new Line(port, 35_000, 2048)) {
            line.begin(address(number), "GET " + image + " HTTP/1.1");
            while (Instant.now().isBefore(until)) {
                for (int n = 0; n < 512; n++) {
                    if (line.read() < 0) {
                        return "cut off";
                    }
                }
                Thread.sleep(500);
            }
            return "never ended";
        }
    }

    /** 48 attackers have three addresses: behind each are as many as one attacker had who was seen. */
    private static String address(int number) {
        return "203.0.113." + (1 + number % 3);
    }

    /** Uploads an image of nearly ten megabytes; the path where everybody gets it. */
    private static String image(App app) throws Exception {
        var user = app.backend(
                        "POST",
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of("image-" + UUID.randomUUID() + "@example.com"),
                                "skip_password_requirement",
                                true))
                .path("id")
                .asText();
        var boundary = "image-of-noise";
        var body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"noise.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(noise());
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(app.stand().url() + "/v1/users/" + user + "/profile_image"))
                                .header("Authorization", "Bearer " + app.secretKey())
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        var url =
                app.backend("GET", "/v1/users/" + user, null).path("image_url").asText();
        return URI.create(url).getRawPath();
    }

    private static byte[] noise() throws IOException {
        int side = 1800;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        image.setRGB(0, 0, side, side, random.ints((long) side * side).toArray(), 0, side);
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
