package dev.rollcall.token;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Lets one person in once, without any other proof: the app knows already who it is. */
@Entity
@Table(name = "sign_in_token")
class SignInToken extends Row {

    /** What became of it. That its time is over is seen and not written down. */
    enum Status {
        PENDING,
        ACCEPTED,
        REVOKED
    }

    @Column(name = "user_id", updatable = false)
    private String userId;

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

    protected SignInToken() {}

    SignInToken(String instanceId, String userId, String tokenHash, Instant now, Instant expireAt) {
        super(instanceId, Ids.next(Prefix.SIGN_IN_TOKEN));
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.status = Status.PENDING;
        this.expireAt = expireAt;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** It lets its person in; nobody any more from now on. */
    void accept(Instant now) {
        status = Status.ACCEPTED;
        updatedAt = now;
    }

    /** It lets nobody in. */
    void revoke(Instant now) {
        status = Status.REVOKED;
        updatedAt = now;
    }

    /** Why it lets nobody in; empty if it does. */
    Optional<TicketProblem> trouble(Instant now) {
        return switch (status) {
            case ACCEPTED -> Optional.of(TicketProblem.SIGN_IN_TOKEN_ALREADY_USED_CODE);
            case REVOKED -> Optional.of(TicketProblem.SIGN_IN_TOKEN_REVOKED_CODE);
            case PENDING -> now.isBefore(expireAt) ? Optional.empty() : Optional.of(TicketProblem.TICKET_EXPIRED_CODE);
        };
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    String userId() {
        return userId;
    }

    /** As the wire shows it; the token and its address only when it is made. */
    SignInTokenView view(String token, String url) {
        return new SignInTokenView(
                "sign_in_token",
                id,
                status.name().toLowerCase(Locale.ROOT),
                userId,
                token,
                url,
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }
}
