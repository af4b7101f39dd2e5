package dev.rollcall.client;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets browsers where nobody ever signed in, nor is trying: whoever comes back is given a new client and misses nothing. */
@ApplicationScoped
class UnusedClients extends Leftovers {

    private static final String NEVER = """
            last_authentication_strategy is null
            and not exists (select from known_client k where k.instance_id = ?1 and k.client_id = client.id)
            and\s""";

    UnusedClients() {
        super("unused_clients", "client", "created_at", NEVER + IdleClients.EMPTY);
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("UNUSED_CLIENTS", Duration.ofDays(1));
    }
}
