package dev.rollcall.token;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Lets somebody act as a user, once, for as long as it says. */
@Entity
@Table(name = "actor_token")
class ActorToken extends Row {

    /** What became of it. That its time is over is seen and not written down. */
    enum Status {
        PENDING,
        ACCEPTED,
        REVOKED
    }

    @Column(name = "user_id", updatable = false)
    private String userId;

    @Column(updatable = false)
    private JsonObject actor;

    @Column(name = "session_seconds", updatable = false)
    private long sessionSeconds;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "token_hash", updatable = false)
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "expire_at", updatable = false)
    private Instant expireAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ActorToken() {}

    ActorToken(
            String instanceId,
            String userId,
            JsonObject actor,
            Duration session,
            String tokenHash,
            Instant now,
            Instant expireAt) {
        super(instanceId, Ids.next(Prefix.ACTOR_TOKEN));
        this.userId = userId;
        this.actor = actor;
        this.sessionSeconds = session.toSeconds();
        this.tokenHash = tokenHash;
        this.status = Status.PENDING;
        this.expireAt = expireAt;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** It has let somebody in, by this session. */
    void accept(String openedSessionId, Instant now) {
        status = Status.ACCEPTED;
        sessionId = openedSessionId;
        updatedAt = now;
    }

    /** It lets nobody in, and nobody stays in by it. */
    void revoke(Instant now) {
        status = Status.REVOKED;
        updatedAt = now;
    }

    /** Why it lets nobody in; empty if it does. */
    Optional<TicketProblem> trouble(Instant now) {
        return switch (status) {
            case ACCEPTED -> Optional.of(TicketProblem.ACTOR_TOKEN_ALREADY_USED_CODE);
            case REVOKED -> Optional.of(TicketProblem.ACTOR_TOKEN_REVOKED_CODE);
            case PENDING -> now.isBefore(expireAt) ? Optional.empty() : Optional.of(TicketProblem.TICKET_EXPIRED_CODE);
        };
    }

    boolean isRevoked() {
        return status == Status.REVOKED;
    }

    String userId() {
        return userId;
    }

    JsonObject actor() {
        return actor;
    }

    Duration session() {
        return Duration.ofSeconds(sessionSeconds);
    }

    Optional<String> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    /** As the wire shows it; the token and its address only when it is made. */
    ActorTokenView view(String token, String url) {
        return new ActorTokenView(
                "actor_token",
                id,
                status.name().toLowerCase(Locale.ROOT),
                userId,
                actor,
                token,
                url,
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }
}
