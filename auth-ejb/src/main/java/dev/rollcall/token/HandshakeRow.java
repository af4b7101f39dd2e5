package dev.rollcall.token;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one handshake hands over, until it is fetched. Its id is the hash of the nonce. */
@Entity
@Table(name = "handshake")
class HandshakeRow extends Row {

    @Column(updatable = false)
    private byte[] sealed;

    @Column(name = "expire_at", updatable = false)
    private Instant expireAt;

    protected HandshakeRow() {}

    HandshakeRow(String instanceId, String id, byte[] sealed, Instant expireAt) {
        super(instanceId, id);
        this.sealed = sealed;
        this.expireAt = expireAt;
    }
}
