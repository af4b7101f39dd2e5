package dev.rollcall.instance;

import dev.rollcall.data.Root;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token with which an operator manages applications. */
@Entity
@Table(name = "platform_token")
class PlatformToken extends Root {

    @Column(updatable = false)
    private String hash;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private byte[] sealed;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expire_at")
    private Instant expireAt;

    protected PlatformToken() {}

    PlatformToken(String id, String hash, String name, byte[] sealed, Instant now) {
        super(id);
        this.hash = hash;
        this.name = name;
        this.sealed = sealed == null ? null : sealed.clone();
        this.createdAt = now;
    }

    /** What the token is sealed for. */
    static String context(String id) {
        return "platform_token/" + id;
    }

    byte[] sealed() {
        return sealed.clone();
    }

    Instant expireAt() {
        return expireAt;
    }
}
