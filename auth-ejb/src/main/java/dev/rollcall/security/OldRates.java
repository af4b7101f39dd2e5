package dev.rollcall.security;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets what was counted and is not held against anybody any more. */
@ApplicationScoped
class OldRates implements Sweep {

    private static final String DELETE = """
            delete from rate_limit where instance_id = ?1 and id in (
                select id from rate_limit where instance_id = ?1 and used_until < clock_timestamp()
                 limit ?2 for update skip locked)""";

    @Inject
    private Rows rows;

    @Override
    public String name() {
        return "old_rate_limits";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, DELETE).with(atMost).run();
    }
}
