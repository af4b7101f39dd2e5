package dev.rollcall.security;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgives wrong answers that lie a day back, unless the user is still locked. */
@ApplicationScoped
class OldLockouts implements Sweep {

    private static final Duration FORGIVEN_AFTER = Duration.ofDays(1);
    private static final String DELETE = """
            delete from lockout where instance_id = ?1 and (id, device) in (
                select id, device from lockout
                 where instance_id = ?1 and updated_at < ?2 and (locked_until is null or locked_until < ?3)
                 order by updated_at limit ?4 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "old_lockouts";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var now = clock.now();
        return rows.sql(instanceId, DELETE)
                .with(Timestamp.from(now.minus(FORGIVEN_AFTER)), Timestamp.from(now), atMost)
                .run();
    }
}
