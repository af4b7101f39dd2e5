package dev.rollcall.client;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets browsers where nobody has been signed in for long, and nobody is trying. */
@ApplicationScoped
class IdleClients extends Leftovers {

    /** Nobody is signed in there, nor trying. */
    static final String EMPTY = """
            not exists (select from session s where s.instance_id = ?1 and s.client_id = client.id)
            and not exists (select from sign_in i where i.instance_id = ?1 and i.client_id = client.id)
            and not exists (select from sign_up u where u.instance_id = ?1 and u.client_id = client.id)""";

    IdleClients() {
        super("idle_clients", "client", "updated_at", EMPTY);
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("CLIENTS", Duration.ofDays(30));
    }
}
