package dev.rollcall.job;

import jakarta.json.JsonObject;
import java.time.Duration;

/**
 * What is asked for.
 *
 * @param payload small, and without secrets or addresses: it is shown to operators
 * @param delay how long it waits at least
 * @param dedupeKey while a job of this key is pending, a second one is not made; null for none
 */
public record NewJob(String type, Priority priority, JsonObject payload, Duration delay, String dedupeKey) {

    /** A job to be run at once. */
    public static NewJob of(String type, Priority priority, JsonObject payload) {
        return new NewJob(type, priority, payload, Duration.ZERO, null);
    }

    public NewJob after(Duration newDelay) {
        return new NewJob(type, priority, payload, newDelay, dedupeKey);
    }

    public NewJob onceFor(String newDedupeKey) {
        return new NewJob(type, priority, payload, delay, newDedupeKey);
    }
}
