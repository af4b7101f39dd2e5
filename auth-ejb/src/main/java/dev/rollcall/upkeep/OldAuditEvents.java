package dev.rollcall.upkeep;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;

/**
 * Lets audit events go that are older than {@code ROLLCALL_RETENTION_AUDIT}, by the world's time: for the whole server, for they outlive
 * their instances. The table lets nobody delete who does not name the retention's end first.
 */
@ApplicationScoped
class OldAuditEvents implements Sweep {

    private static final Duration USUALLY = Duration.ofDays(365);
    private static final String ALLOW = "select set_config('rollcall.audit_prune_before', ?, true)";
    private static final String FORBID = "select set_config('rollcall.audit_prune_before', '', true)";
    private static final String DELETE = """
            delete from audit_event where (instance_id, id) in (
                select instance_id, id from audit_event where created_at < ? order by created_at limit ?)""";

    @Inject
    private Database database;

    @Inject
    private ServerConfig config;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "old_audit_events";
    }

    @Override
    public boolean serverWide() {
        return true;
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var before = clock.real().minus(config.duration("ROLLCALL_RETENTION_AUDIT", USUALLY));
        database.query(ALLOW, statement -> statement.setString(1, before.toString()), row -> row.getString(1));
        int deleted = database.update(DELETE, statement -> {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setInt(2, atMost);
        });
        database.query(FORBID, statement -> {}, row -> row.getString(1));
        return deleted;
    }
}
