package dev.rollcall.message;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets messages: what they say is of no use for long, and holds addresses. */
@ApplicationScoped
class OldMessages implements Sweep {

    private static final String SQL = """
            delete from message where instance_id = ?1 and id in (
                select id from message where instance_id = ?1 and created_at < ?2
                 order by created_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "old_messages";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("MESSAGES", Duration.ofDays(30)), atMost)
                .run();
    }
}
