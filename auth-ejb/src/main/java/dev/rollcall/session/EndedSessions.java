package dev.rollcall.session;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets sessions that ended long ago. */
@ApplicationScoped
class EndedSessions implements Sweep {

    private static final String SQL = """
            delete from session where instance_id = ?1 and id in (
                select id from session
                 where instance_id = ?1 and status not in ('ACTIVE', 'PENDING') and updated_at < ?2
                 order by updated_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "ended_sessions";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("SESSIONS", Duration.ofDays(30)), atMost)
                .run();
    }
}
