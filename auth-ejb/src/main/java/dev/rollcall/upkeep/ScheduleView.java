package dev.rollcall.upkeep;

import jakarta.json.JsonObject;

/**
 * A schedule as operators see it; times are epoch milliseconds.
 *
 * @param cron a UNIX cron expression in UTC, or {@code off}
 * @param nextRunAt null for never
 * @param state of the last run: idle where there was none, running, done or failed
 * @param progress of the last run: stops passed, rows swept and failures by sweep
 * @param lastError of the last run, also where it went on behind it
 */
public record ScheduleView(
        String object,
        String name,
        String cron,
        Long nextRunAt,
        String state,
        Long startedAt,
        Long finishedAt,
        JsonObject progress,
        String lastError) {}
