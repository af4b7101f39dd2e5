package dev.rollcall.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after each failed attempt. After the last wait comes the last attempt.
 *
 * @param waits one for each retry
 */
public record RetrySchedule(List<Duration> waits) {

    private static final double JITTER = 0.1;

    /** Six attempts within about an hour: for what a person or a neighbouring system waits for. */
    public static final RetrySchedule WITHIN_AN_HOUR = of("PT5S", "PT30S", "PT2M", "PT10M", "PT45M");

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /** A schedule of ISO 8601 durations. */
    public static RetrySchedule of(String... waits) {
        return new RetrySchedule(List.of(waits).stream().map(Duration::parse).toList());
    }

    public int attempts() {
        return waits.size() + 1;
    }

    /** The wait after the failed attempt of this number (from 1), up to a tenth longer or shorter; empty after the last one. */
    public Optional<Duration> after(int attempt) {
        if (attempt > waits.size()) {
            return Optional.empty();
        }
        var wait = waits.get(attempt - 1);
        double factor = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Optional.of(Duration.ofMillis(Math.round(wait.toMillis() * factor)));
    }
}
