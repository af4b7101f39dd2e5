package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.security.Caller;
import dev.rollcall.security.OwnClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the clients of those who may be named by identifiers: a cookie that we know, of a client that knows the user. */
@ApplicationScoped
class ClientsOfOwners implements OwnClients {

    private static final String OWNS = """
            select 1 from identification i
              join known_client k on k.instance_id = i.instance_id and k.user_id = i.user_id and k.client_id = ?3
             where i.instance_id = ?1 and i.canonical = ?2 and i.verified limit 1""";

    @Inject
    private ClientService clients;

    @Inject
    private Rows rows;

    @Inject
    private Transactions transactions;

    @Override
    public boolean isOwn(Caller caller, String canonical) {
        return transactions.required(() -> clients.identify(caller)
                .client()
                .filter(client -> owns(client, canonical))
                .isPresent());
    }

    private boolean owns(ClientRef client, String canonical) {
        return !rows.sql(client.instanceId(), OWNS)
                .with(canonical, client.id())
                .list()
                .isEmpty();
    }
}
