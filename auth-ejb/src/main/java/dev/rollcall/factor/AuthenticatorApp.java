package dev.rollcall.factor;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The authenticator app of a user: its secret, sealed, and the last of its codes that was used. */
@Entity
@Table(name = "totp")
class AuthenticatorApp extends Row {

    private static final long NEVER = -1;

    @Column(name = "user_id", updatable = false)
    private String userId;

    private byte[] secret;

    private boolean verified;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected AuthenticatorApp() {}

    AuthenticatorApp(String instanceId, String userId, Instant now) {
        super(instanceId, Ids.next(Prefix.TOTP));
        this.userId = userId;
        this.lastStep = NEVER;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** What its secret is sealed for. */
    String context() {
        return "totp/" + instanceId + "/" + id;
    }

    void keep(byte[] sealedSecret) {
        secret = sealedSecret;
    }

    /** Its user has shown to have it. */
    void verify(Instant now) {
        verified = true;
        updatedAt = now;
    }

    byte[] secret() {
        return secret;
    }

    boolean verified() {
        return verified;
    }

    long lastStep() {
        return lastStep;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
