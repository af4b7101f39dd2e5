package dev.rollcall.idempotency;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** Forgets answers that have been kept for their day. */
@ApplicationScoped
class OldIdempotencyKeys implements Sweep {

    private static final String SQL = """
            delete from idempotency where instance_id = ?1 and id in (
                select id from idempotency where instance_id = ?1 and created_at < ?2
                 order by created_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "old_idempotency_keys";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(Timestamp.from(clock.real().minus(IdempotencyService.KEPT)), atMost)
                .run();
    }
}
