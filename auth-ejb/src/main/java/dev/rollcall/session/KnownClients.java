package dev.rollcall.session;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.TransactionEnd;
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

    @Inject
    private TransactionEnd end;

    /** Whether the user has signed in there before. */
    public boolean knows(String instanceId, String userId, String clientId) {
        return !rows.sql(instanceId, KNOWS).with(userId, clientId).list().isEmpty();
    }

    /** Notes at the end of the transaction that opens a session, when it is known who is there, that the user signs in at this client. */
    void consider(Session opened) {
        end.add(() -> note(opened.factsAt(clock.now())));
    }

    /** Where staff acts as the user, the user has never been: a password that staff knows must not do there without more. */
    private void note(SessionFacts opened) {
        if (opened.actor() == null) {
            rows.sql(opened.client().instanceId(), NOTE)
                    .with(opened.userId(), opened.client().id(), Timestamp.from(clock.now()))
                    .run();
        }
    }
}
