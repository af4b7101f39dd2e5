package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** On which clients a user has signed in before. A client stays known when its sessions are long forgotten. */
@ApplicationScoped
public class KnownClients {

    private static final String KNOWS = """
            select 1 from known_client where instance_id = ?1 and user_id = ?2 and client_id = ?3""";

    private static final String NOTE = """
            insert into known_client (instance_id, user_id, client_id, seen_at) values (?1, ?2, ?3, ?4)
                on conflict (instance_id, user_id, client_id) do update set seen_at = excluded.seen_at""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** Whether the user has signed in there before. */
    public boolean knows(String instanceId, String userId, String clientId) {
        return !rows.sql(instanceId, KNOWS).with(userId, clientId).list().isEmpty();
    }

    /** The user signs in there now. */
    void note(ClientRef client, String userId) {
        rows.sql(client.instanceId(), NOTE)
                .with(userId, client.id(), Timestamp.from(clock.now()))
                .run();
    }
}
