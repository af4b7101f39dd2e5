package dev.rollcall.audit;

import dev.rollcall.input.JsonText;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One act as operators see it.
 *
 * @param instanceId null for what was done above all instances
 * @param before how settings were; null where none were changed
 * @param createdAt epoch milliseconds
 */
public record AuditEventView(
        String object,
        String id,
        String instanceId,
        String action,
        Party actor,
        Party target,
        JsonObject before,
        JsonObject after,
        String ipAddress,
        String userAgent,
        String traceId,
        long createdAt) {

    /** Who did it, or what it was done to. */
    public record Party(String type, String id) {}

    static final String COLUMNS = """
            e.id, e.instance_id, e.action, e.actor_type, e.actor_id, e.target_type, e.target_id,
            cast(e.before as text), cast(e.after as text), e.ip_address, e.user_agent, e.trace_id, e.created_at""";

    static AuditEventView of(ResultSet row) throws SQLException {
        var instanceId = row.getString(2);
        return new AuditEventView(
                "audit_event",
                row.getString(1),
                instanceId.isEmpty() ? null : instanceId,
                row.getString(3),
                new Party(row.getString(4), row.getString(5)),
                new Party(row.getString(6), row.getString(7)),
                json(row.getString(8)),
                json(row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getTimestamp(13).getTime());
    }

    private static JsonObject json(String text) {
        return text == null ? null : JsonText.object(text).orElse(null);
    }
}
