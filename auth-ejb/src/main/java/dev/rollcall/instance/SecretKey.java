package dev.rollcall.instance;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A key with which an app's server speaks for an instance. It is found by its hash; operators may see it again, so it is also
 * sealed.
 */
@Entity
@Table(name = "secret_key")
class SecretKey extends Row {

    @Column(updatable = false)
    private String hash;

    @Column(updatable = false)
    private byte[] sealed;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expire_at")
    private Instant expireAt;

    protected SecretKey() {}

    SecretKey(String instanceId, String id, String hash, byte[] sealed, Instant now) {
        super(instanceId, id);
        this.hash = hash;
        this.sealed = sealed.clone();
        this.createdAt = now;
    }

    /** What the key is sealed for. */
    static String context(String instanceId, String id) {
        return "secret_key/" + instanceId + "/" + id;
    }

    /** Lets the key work until then and no longer. */
    void expire(Instant then) {
        if (expireAt == null || expireAt.isAfter(then)) {
            expireAt = then;
        }
    }

    byte[] sealed() {
        return sealed.clone();
    }

    String hash() {
        return hash;
    }

    Instant expireAt() {
        return expireAt;
    }
}
