package dev.rollcall.client;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** One browser or device: who holds its token is it. */
@Entity
@Table(name = "client")
class Client extends Row {

    /** The longest that browsers keep a cookie. */
    private static final Duration COOKIE = Duration.ofDays(400);

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "last_active_session_id")
    private String lastActiveSessionId;

    @Column(name = "last_authentication_strategy")
    private String lastAuthenticationStrategy;

    @Column(name = "sign_in_id")
    private String signInId;

    @Column(name = "sign_up_id")
    private String signUpId;

    @Column(name = "cookie_expire_at")
    private Instant cookieExpireAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Client() {}

    Client(String instanceId, String id, String tokenHash, Instant now) {
        super(instanceId, id);
        this.tokenHash = tokenHash;
        this.cookieExpireAt = now.plus(COOKIE);
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** From now on another token names this client. */
    void rotate(String newTokenHash, Instant now) {
        tokenHash = newTokenHash;
        renew(now);
    }

    /** Its browser has just been given its cookie anew. */
    void renew(Instant now) {
        cookieExpireAt = now.plus(COOKIE);
    }

    /** Who is signed in here, or which of them is in use, has changed. The time only ever moves forward. */
    void signedInChanged(String activeSessionId, Instant now) {
        lastActiveSessionId = activeSessionId;
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt;
    }

    void authenticatedBy(String strategy) {
        lastAuthenticationStrategy = strategy;
    }

    void attachSignIn(String id) {
        signInId = id;
    }

    void attachSignUp(String id) {
        signUpId = id;
    }

    boolean isNamedBy(String otherTokenHash) {
        return Objects.equals(tokenHash, otherTokenHash);
    }

    ClientRef ref() {
        return new ClientRef(instanceId, id);
    }

    ClientFacts facts() {
        return new ClientFacts(
                ref(),
                lastActiveSessionId,
                lastAuthenticationStrategy,
                signInId,
                signUpId,
                cookieExpireAt,
                createdAt,
                updatedAt);
    }
}
