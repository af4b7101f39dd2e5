package dev.rollcall.token;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** Forgets handshakes that nobody fetched in time. */
@ApplicationScoped
class ExpiredHandshakes implements Sweep {

    private static final String SQL = """
            delete from handshake where instance_id = ?1 and id in (
                select id from handshake where instance_id = ?1 and expire_at < ?2
                 order by expire_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "expired_handshakes";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(Timestamp.from(clock.now()), atMost)
                .run();
    }
}
