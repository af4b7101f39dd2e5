package dev.rollcall.signin;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets sign-ins that have been over for a while, finished or not. */
@ApplicationScoped
class AbandonedSignIns implements Sweep {

    private static final String SQL = """
            delete from sign_in where instance_id = ?1 and id in (
                select id from sign_in where instance_id = ?1 and abandon_at < ?2
                 order by abandon_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "abandoned_sign_ins";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("FLOWS", Duration.ofDays(7)), atMost)
                .run();
    }
}
