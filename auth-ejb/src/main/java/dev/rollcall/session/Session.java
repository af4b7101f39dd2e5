package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Row;
import dev.rollcall.data.TextArrayConverter;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One user signed in at one client. */
@Entity
@Table(name = "session")
class Session extends Row {

    private static final int LONGEST_USER_AGENT = 512;

    @Column(name = "client_id", updatable = false)
    private String clientId;

    @Column(name = "user_id", updatable = false)
    private String userId;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    @Column(name = "first_factor_at")
    private Instant firstFactorAt;

    @Column(name = "second_factor_at")
    private Instant secondFactorAt;

    @Convert(converter = TextArrayConverter.class)
    private List<String> tasks = List.of();

    @Column(name = "ip_address", updatable = false)
    private String ipAddress;

    @Column(name = "user_agent", updatable = false)
    private String userAgent;

    private JsonObject actor;

    @Column(name = "expire_at")
    private Instant expireAt;

    @Column(name = "abandon_at")
    private Instant abandonAt;

    @Column(name = "last_active_at")
    private Instant lastActiveAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Session() {}

    Session(String id, ClientRef client, String userId, Lifetime lifetime, Instant now) {
        super(client.instanceId(), id);
        this.clientId = client.id();
        this.userId = userId;
        this.status = SessionStatus.ACTIVE;
        this.firstFactorAt = now;
        this.expireAt = lifetime.expiry(now);
        this.abandonAt = lifetime.abandonment(expireAt, now);
        this.lastActiveAt = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Notes where it began. */
    Session from(String ip, String agent) {
        ipAddress = ip;
        userAgent = agent.length() > LONGEST_USER_AGENT ? agent.substring(0, LONGEST_USER_AGENT) : agent;
        return this;
    }

    /** Somebody else is the user here, no longer than until then. The user's own tasks are not for them. */
    void actAs(JsonObject newActor, Instant end) {
        actor = newActor;
        waitingFor(List.of());
        expireAt = end.isBefore(expireAt) ? end : expireAt;
    }

    /** Who is here instead of the user, as the app calls them; empty for the user. */
    Optional<String> impersonator() {
        return Optional.ofNullable(actor).map(who -> who.getString("sub"));
    }

    /** Whether it is this user's, and the user's own; or one of those in which somebody acts as the user. */
    boolean isOf(String ofUserId, boolean acting) {
        return userId.equals(ofUserId) && acting == (actor != null);
    }

    /** A second factor was verified too. */
    Session withSecondFactor(Instant now) {
        secondFactorAt = now;
        return this;
    }

    /** Something is left to do before it counts. */
    Session waitingFor(List<SessionTask> due) {
        tasks = due.stream().map(SessionTask::name).toList();
        status = due.isEmpty() ? SessionStatus.ACTIVE : SessionStatus.PENDING;
        return this;
    }

    /** Of what it waits for, only this is still to be done. Nothing new is asked of it. */
    void waitOnlyFor(List<SessionTask> due, Instant now) {
        waitingFor(tasks().stream().filter(due::contains).toList());
        updatedAt = now;
    }

    /** The user has proved anew to be one. */
    void reverified(boolean first, boolean second, Instant now) {
        firstFactorAt = first ? now : firstFactorAt;
        secondFactorAt = second ? now : secondFactorAt;
        updatedAt = now;
    }

    private List<SessionTask> tasks() {
        return tasks.stream().map(SessionTask::valueOf).toList();
    }

    /**
     * Asks it to become another status; one that ran out meanwhile has already become that. Answers whether it is now, and was not
     * before, what it was asked to become.
     */
    boolean become(SessionStatus next, Instant now) {
        var before = status;
        status = statusAt(now).then(next);
        if (status != before) {
            updatedAt = now;
        }
        return status != before && status == next;
    }

    /** What it is now. Time passes without anybody writing it down. */
    SessionStatus statusAt(Instant now) {
        if (!status.isLive()) {
            return status;
        }
        if (now.isBefore(expireAt) && now.isBefore(abandonAt)) {
            return status;
        }
        return expireAt.isAfter(abandonAt) ? SessionStatus.ABANDONED : SessionStatus.EXPIRED;
    }

    boolean isLiveAt(Instant now) {
        return statusAt(now).isLive();
    }

    SessionFacts factsAt(Instant now) {
        return new SessionFacts(
                client(),
                id,
                userId,
                statusAt(now),
                firstFactorAt,
                secondFactorAt,
                statusAt(now) == SessionStatus.PENDING ? tasks() : List.of(),
                ipAddress,
                userAgent,
                actor,
                expireAt,
                abandonAt,
                lastActiveAt,
                createdAt,
                updatedAt);
    }

    CurrentSession current() {
        return new CurrentSession(instanceId, clientId, id, userId);
    }

    ClientRef client() {
        return new ClientRef(instanceId, clientId);
    }
}
