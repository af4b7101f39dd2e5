package dev.rollcall.audit;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Database;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.sql.Types;

/**
 * Writes down every administrative and security-relevant act, in the transaction of the act itself: both are there or neither. It only
 * ever grows; the database refuses anything else.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditLog {

    private static final int LONGEST = 500; // of what a caller calls itself
    private static final String INSERT = """
            insert into audit_event (instance_id, id, action, actor_type, actor_id, target_type, target_id, before, after,
                ip_address, user_agent, trace_id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?)""";

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Writes down an act.
     *
     * @param instanceId where it was done; null for what is above all instances
     */
    public void record(String instanceId, AuditAct act) {
        var cause = Cause.current().orElse(new Cause("", "", "", Actor.SYSTEM));
        database.update(INSERT, row -> {
            row.setString(1, instanceId == null ? "" : instanceId);
            row.setString(2, Ids.next(Prefix.AUDIT_EVENT));
            row.setString(3, act.action());
            row.setString(4, cause.actor().type());
            row.setString(5, cause.actor().id());
            row.setString(6, act.targetType());
            row.setString(7, act.targetId());
            row.setObject(8, act.before() == null ? null : act.before().toString(), Types.VARCHAR);
            row.setObject(9, act.after() == null ? null : act.after().toString(), Types.VARCHAR);
            row.setString(10, cause.ip());
            row.setString(11, shortened(cause.userAgent()));
            row.setString(12, cause.traceId());
            row.setTimestamp(13, Timestamp.from(clock.real()));
        });
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
