package dev.rollcall.token;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets actor tokens whose time has been over for a while, used or not. */
@ApplicationScoped
class SpentActorTokens implements Sweep {

    private static final String SQL = """
            delete from actor_token where instance_id = ?1 and id in (
                select id from actor_token where instance_id = ?1 and expire_at < ?2
                 order by expire_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "spent_actor_tokens";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("FLOWS", Duration.ofDays(7)), atMost)
                .run();
    }
}
