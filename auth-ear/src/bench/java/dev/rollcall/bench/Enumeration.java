package dev.rollcall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Whether the time of an answer tells who has an account: sign-ins with a wrong password, and requests for a code, for people who exist and
 * people who do not, in turns, with enumeration protection on. Compared by Welch's test and by Mann and Whitney's.
 */
final class Enumeration implements Bench.Measurement {

    private static final int WARM_UP = 100;
    private static final int PAIRS = 600;
    private static final int PEOPLE = 40;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random();

    /** One request for somebody of this address. */
    private interface Ask {
        void about(String email) throws IOException, InterruptedException;
    }

    @Override
    public void run(App app) throws Exception {
        var stand = app.stand();
        var token = stand.known("ROLLCALL_PLATFORM_TOKEN");
        var instance = app.query("select application_id || '/instances/' || id from instance where standard");
        send(
                stand.url() + "/v1/platform/applications/" + instance + "/config",
                "PATCH",
                "{\"protection\":{\"enumeration_protection\":true,\"lockout\":{\"enabled\":false}}}",
                "application/json",
                token,
                200);
        var people = new ArrayList<String>();
        for (int n = 0; n < PEOPLE; n++) {
            var email = "known-" + UUID.randomUUID() + "@example.com";
            app.backend("POST", "/v1/users", Map.of("email_address", List.of(email), "password", "correct-Horse-91-x"));
            people.add(email);
        }
        var signIns = stand.url() + "/v1/client/sign_ins?_is_native=1";
        compare("a wrong password", people, email -> post(signIns, form(email) + "&password=wrong-Guess-12", 422));
        compare("a request for a code", people, email -> post(signIns, form(email) + "&strategy=email_code", 200));
    }

    private void compare(String what, List<String> people, Ask ask) throws Exception {
        var known = new ArrayList<Double>();
        var unknown = new ArrayList<Double>();
        for (int n = -WARM_UP; n < PAIRS; n++) {
            var one = people.get(random.nextInt(people.size()));
            var other = "known-" + UUID.randomUUID() + "@example.com"; // as long as theirs
            boolean first = random.nextBoolean();
            double a = millis(ask, first ? one : other);
            double b = millis(ask, first ? other : one);
            if (n >= 0) {
                known.add(first ? a : b);
                unknown.add(first ? b : a);
            }
        }
        Bench.say(
                "%s, %d pairs: known %.2f ms, unknown %.2f ms (medians); Welch p = %.3f, Mann-Whitney p = %.3f",
                what, PAIRS, median(known), median(unknown), welch(known, unknown), mannWhitney(known, unknown));
    }

    private static double millis(Ask ask, String email) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        ask.about(email);
        return (System.nanoTime() - begun) / 1e6;
    }

    private void post(String url, String form, int wanted) throws IOException, InterruptedException {
        send(url, "POST", form, "application/x-www-form-urlencoded", "", wanted);
    }

    private void send(String url, String method, String body, String type, String bearer, int wanted)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != wanted) {
            throw new IOException(url + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String form(String email) {
        return "identifier=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** With hundreds of values Student's distribution is the normal one. */
    private static double welch(List<Double> a, List<Double> b) {
        return twoSided((mean(a) - mean(b)) / Math.sqrt(variance(a) / a.size() + variance(b) / b.size()));
    }

    private static double mannWhitney(List<Double> a, List<Double> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        Collections.sort(all);
        double ranks = 0;
        for (double value : a) {
            ranks += Collections.binarySearch(all, value) + 1; // nanoseconds hardly ever tie
        }
        double n = a.size();
        double m = b.size();
        double u = ranks - n * (n + 1) / 2;
        return twoSided((u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1);
    }

    /** The chance of a value as far from zero, by Abramowitz and Stegun 26.2.17. */
    private static double twoSided(double z) {
        double x = Math.abs(z);
        double t = 1 / (1 + 0.2316419 * x);
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 2 * tail;
    }
}
