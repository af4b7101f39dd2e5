package dev.rollcall.job;

import dev.rollcall.input.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;

/**
 * A job as operators see it.
 *
 * @param attempts those of its present life: a replay begins anew
 * @param failures every failed attempt, the oldest first, those before a replay included: {@code {attempt, at, error}}
 * @param lastError that of the newest failure; null where none failed
 * @param runAt when it is tried next, or was due last
 * @param leaseUntil until when its worker holds it, unless it is renewed; null where none does
 */
public record JobView(
        String object,
        String id,
        String instanceId,
        String type,
        String priority,
        String state,
        JsonObject payload,
        String dedupeKey,
        String traceId,
        int attempts,
        JsonArray failures,
        String lastError,
        long runAt,
        Long leaseUntil,
        long createdAt,
        Long finishedAt) {

    /** What is read of a row {@code j}, in the order that {@link #of(Object[])} wants. */
    static final String COLUMNS = """
            j.id, j.instance_id, j.type, j.priority,
            case when j.finished_at is null and j.lease_until >= clock_timestamp() then 'RUNNING' else j.state end,
            cast(j.payload as text), j.dedupe_key, j.trace_id, j.attempts, cast(j.failures as text), j.run_at,
            case when j.finished_at is null then j.lease_until end, j.created_at, j.finished_at""";

    private static final int COUNT = 14;

    static JobView of(Object[] row) {
        var failures = JsonText.object("{\"all\":" + row[9] + "}").orElseThrow().getJsonArray("all");
        var last = failures.isEmpty() ? null : failures.getJsonObject(failures.size() - 1);
        return new JobView(
                "job",
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Priority.ofRank(((Number) row[3]).intValue()).wire(),
                ((String) row[4]).toLowerCase(Locale.ROOT),
                JsonText.object((String) row[5]).orElseThrow(),
                (String) row[6],
                (String) row[7],
                ((Number) row[8]).intValue(),
                failures,
                last == null ? null : last.getString("error", null),
                millis(row[10]),
                millis(row[11]),
                millis(row[12]),
                millis(row[13]));
    }

    static JobView of(ResultSet row) throws SQLException {
        var columns = new Object[COUNT];
        for (int i = 0; i < COUNT; i++) {
            columns[i] = row.getObject(i + 1);
        }
        return of(columns);
    }

    private static Long millis(Object moment) {
        return moment == null ? null : ((Timestamp) moment).getTime();
    }
}
