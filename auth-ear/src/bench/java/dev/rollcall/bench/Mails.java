package dev.rollcall.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sign-ins that send a code, one after the other, and how long after its commit each mail was in the postbox. */
public record Mails(App app, Postbox postbox, String address) {

    /** The instance sends through the postbox from now on, and has somebody to write to. */
    public static Mails prepare(App app, Postbox postbox) throws IOException, InterruptedException, SQLException {
        app.backend(
                "PUT",
                "/v1/message_channels/email",
                Map.of(
                        "kind", "smtp",
                        "from_email_address", "bench@example.com",
                        "host", "127.0.0.1",
                        "port", postbox.port()));
        // In production nobody may ask for that
        app.update("update message_channel set settings = settings || '{\"security\": \"none\"}'");
        var address = "bench-" + System.nanoTime() + "@example.com";
        app.backend("POST", "/v1/users", Map.of("email_address", List.of(address), "skip_password_requirement", true));
        return new Mails(app, postbox, address);
    }

    /** Asks for a code, and waits neither for the mail nor for anything else. */
    void ask() throws IOException, InterruptedException {
        app.frontend("/v1/client/sign_ins", "", Map.of("identifier", address, "strategy", "email_code"));
    }

    /** So many latencies from commit to the end of the mail, sorted. */
    public List<Duration> latencies(int count) throws IOException, InterruptedException, SQLException {
        var all = new ArrayList<Duration>();
        for (int i = 0; i < count; i++) {
            ask();
            var arrived = postbox.received.poll(30, TimeUnit.SECONDS);
            if (arrived == null) {
                throw new IllegalStateException("a mail did not arrive within 30 s");
            }
            var micros = Long.parseLong(
                    app.query("select (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint"
                            + " from verification order by created_at desc limit 1"));
            all.add(Duration.between(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), arrived));
        }
        all.sort(null);
        return all;
    }

    /** Median, 99th percentile and maximum in milliseconds. */
    static String summary(List<Duration> sorted) {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d mails)"
                .formatted(at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1), sorted.size());
    }

    private static double at(List<Duration> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())))
                        .toNanos()
                / 1e6;
    }
}
