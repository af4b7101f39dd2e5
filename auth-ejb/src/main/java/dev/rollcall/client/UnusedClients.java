package dev.rollcall.client;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets browsers where nobody ever signed in, nor is trying: whoever comes back is given a new client and misses nothing. */
@ApplicationScoped
class UnusedClients implements Sweep {

    private static final String SQL = """
            delete from client where instance_id = ?1 and id in (
                select id from client c
                 where c.instance_id = ?1 and c.last_authentication_strategy is null and c.created_at < ?2
                   and not exists (select from known_client k where k.instance_id = ?1 and k.client_id = c.id)
                   and not exists (select from session s where s.instance_id = ?1 and s.client_id = c.id)
                   and not exists (select from sign_in i where i.instance_id = ?1 and i.client_id = c.id)
                   and not exists (select from sign_up u where u.instance_id = ?1 and u.client_id = c.id)
                 order by c.created_at limit ?3 for update of c skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "unused_clients";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("UNUSED_CLIENTS", Duration.ofDays(1)), atMost)
                .run();
    }
}
