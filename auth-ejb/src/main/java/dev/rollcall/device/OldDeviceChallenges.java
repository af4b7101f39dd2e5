package dev.rollcall.device;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets challenges that no device has signed in time. */
@ApplicationScoped
class OldDeviceChallenges implements Sweep {

    private static final String SQL = """
            delete from device_challenge where instance_id = ?1 and id in (
                select id from device_challenge where instance_id = ?1 and expire_at < ?2
                 order by expire_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "old_device_challenges";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("FLOWS", Duration.ofDays(7)), atMost)
                .run();
    }
}
