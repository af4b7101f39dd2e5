package dev.rollcall.session;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.InstanceMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** Signs everybody out of an instance that moves to another domain. It is one act, and not told of session by session. */
@ApplicationScoped
class MovedInstances {

    private static final String SQL = """
            update session set status = 'REVOKED', updated_at = ?2
             where instance_id = ?1 and status in ('ACTIVE', 'PENDING')""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    void revoke(@Observes InstanceMoved moved) {
        rows.sql(moved.instanceId(), SQL).with(Timestamp.from(clock.now())).run();
    }
}
