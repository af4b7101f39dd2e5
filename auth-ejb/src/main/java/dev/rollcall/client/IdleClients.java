package dev.rollcall.client;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets browsers where nobody has been signed in for long, and nobody is trying. */
@ApplicationScoped
class IdleClients implements Sweep {

    private static final String SQL = """
            delete from client where instance_id = ?1 and id in (
                select id from client c
                 where c.instance_id = ?1 and c.updated_at < ?2
                   and not exists (select from session s where s.instance_id = ?1 and s.client_id = c.id)
                   and not exists (select from sign_in i where i.instance_id = ?1 and i.client_id = c.id)
                   and not exists (select from sign_up u where u.instance_id = ?1 and u.client_id = c.id)
                 order by c.updated_at limit ?3 for update of c skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "idle_clients";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, SQL)
                .with(retention.cutoff("CLIENTS", Duration.ofDays(30)), atMost)
                .run();
    }
}
