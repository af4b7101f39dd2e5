package dev.rollcall.client;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A browser of a development instance. It carries its token in URLs, because third-party cookies do not reach us on localhost.
 */
@Entity
@Table(name = "dev_browser")
class DevBrowser extends Row {

    @Column(name = "token_hash", updatable = false)
    private String tokenHash;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected DevBrowser() {}

    DevBrowser(String instanceId, String id, String tokenHash, Instant now) {
        super(instanceId, id);
        this.tokenHash = tokenHash;
        this.createdAt = now;
    }

    /** This browser is that client. */
    void link(ClientRef client) {
        clientId = client.id();
    }

    Optional<ClientRef> client() {
        return Optional.ofNullable(clientId).map(client -> new ClientRef(instanceId, client));
    }
}
