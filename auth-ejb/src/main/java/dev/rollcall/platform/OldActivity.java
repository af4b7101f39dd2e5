package dev.rollcall.platform;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets in which months users were there, once nobody asks any more. */
@ApplicationScoped
class OldActivity implements Sweep {

    private static final String SQL = """
            delete from user_activity where instance_id = ?1 and (month, user_id) in (
                select month, user_id from user_activity
                 where instance_id = ?1 and month < cast(?2 as timestamptz) - interval '31 days'
                 order by month, user_id limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "old_activity";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("USAGE", Duration.ofDays(400)), atMost)
                .run();
    }
}
