package dev.rollcall.token;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets sign-in tokens whose time has been over for a while, used or not. */
@ApplicationScoped
class SpentSignInTokens implements Sweep {

    private static final String SQL = """
            delete from sign_in_token where instance_id = ?1 and id in (
                select id from sign_in_token where instance_id = ?1 and expire_at < ?2
                 order by expire_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "spent_sign_in_tokens";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("FLOWS", Duration.ofDays(7)), atMost)
                .run();
    }
}
