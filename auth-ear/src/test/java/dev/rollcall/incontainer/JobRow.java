package dev.rollcall.incontainer;

import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A job as a test wants it to be: written where it lies, for no request leaves a dead or a running one behind at once. */
final class JobRow {

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String id = "job_" + UUID.randomUUID();

    private JobRow(Tenant tenant) {
        set("instance_id", quoted(tenant.instanceId()));
        set("id", quoted(id));
        set("type", "'probe'");
        set("priority", "2");
        set("payload", "'{\"n\": 1}'");
        set("created_at", "now()");
        set("run_at", "now()");
        set("state", "'PENDING'");
    }

    /** Waits until tomorrow. */
    static JobRow waiting(Tenant tenant) {
        return new JobRow(tenant).set("run_at", "now() + interval '1 day'");
    }

    /** Held by a worker that renews its lease for an hour. */
    static JobRow running(Tenant tenant) {
        return new JobRow(tenant)
                .set("lease_owner", "'somebody'")
                .set("lease_until", "now() + interval '1 hour'")
                .set("attempts", "1");
    }

    static JobRow dead(Tenant tenant) {
        return finished(tenant, "DEAD")
                .set("attempts", "6")
                .set("failures", "'[{\"attempt\": 6, \"at\": 1700000000000, \"error\": \"no luck\"}]'");
    }

    static JobRow finished(Tenant tenant, String state) {
        return new JobRow(tenant).set("state", quoted(state)).set("finished_at", "now()");
    }

    /** A column and the SQL of its value. */
    JobRow set(String column, String sql) {
        columns.put(column, sql);
        return this;
    }

    /** Writes the row and answers its id. */
    String write() throws SQLException {
        try (var database = EmbeddedPostgres.connect()) {
            EmbeddedPostgres.execute(
                    database,
                    "insert into job (" + String.join(", ", columns.keySet()) + ") values ("
                            + String.join(", ", columns.values()) + ")");
        }
        return id;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
