package dev.rollcall.session;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** Writes down that sessions are over whose time has run out. Everybody else sees that by the clock. */
@ApplicationScoped
class OverdueSessions implements Sweep {

    private static final String SQL = """
            update session
               set status = case when expire_at > abandon_at then 'ABANDONED' else 'EXPIRED' end,
                   updated_at = least(expire_at, abandon_at)
             where instance_id = ?1 and id in (
                select id from session
                 where instance_id = ?1 and status in ('ACTIVE', 'PENDING') and least(expire_at, abandon_at) <= ?2
                 order by least(expire_at, abandon_at) limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "overdue_sessions";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(Timestamp.from(clock.now()), atMost)
                .run();
    }
}
