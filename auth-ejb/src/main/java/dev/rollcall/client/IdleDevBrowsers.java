package dev.rollcall.client;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets dev browsers that never became a client; those that did go with it. */
@ApplicationScoped
class IdleDevBrowsers implements Sweep {

    private static final String SQL = """
            delete from dev_browser where instance_id = ?1 and id in (
                select id from dev_browser where instance_id = ?1 and client_id is null and created_at < ?2
                 order by created_at limit ?3 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "idle_dev_browsers";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("CLIENTS", Duration.ofDays(30)), atMost)
                .run();
    }
}
