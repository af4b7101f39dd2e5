package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.input.Input;
import dev.rollcall.security.Caller;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import dev.rollcall.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Sessions: a user signed in at a client. Every change locks the client, then its sessions, so that two tabs that sign in or
 * out at once take turns.
 */
@Stateless
public class SessionService {

    private static final int MOST_SHOWN = 100;

    @Inject
    private SessionStore sessions;

    @Inject
    private SessionEnding ending;

    @Inject
    private SessionUse use;

    @Inject
    private ClientService clients;

    @Inject
    private UserService users;

    @Inject
    private Clock clock;

    @Inject
    private NewDevice newDevice;

    @Inject
    private SessionTasks tasks;

    @Inject
    private KnownClients knownClients;

    @Inject
    private Event<SessionOpened> openings;

    @Inject
    private Event<SessionPending> waits;

    /**
     * Opens a session for a user who has just proved to be one; answers its id. The client's token changes, so that a planted
     * one is worthless.
     */
    public String open(Caller caller, ClientRef client, String userId, String strategy) {
        return open(caller, client, userId, strategy, false);
    }

    /** The same for a user who has proved it by a second factor too, or not. */
    public String open(Caller caller, ClientRef client, String userId, String strategy, boolean withSecondFactor) {
        return open(caller, client, userId, strategy, withSecondFactor, false);
    }

    /** The same for somebody who will act as the user: where there may be several, the user's own session stays as it is. */
    public String openActing(Caller caller, ClientRef client, String userId, String strategy) {
        return open(caller, client, userId, strategy, false, true);
    }

    private String open(
            Caller caller, ClientRef client, String userId, String strategy, boolean withSecondFactor, boolean acting) {
        clients.lock(client);
        var here = sessions.lockLive(client);
        if (!here.isEmpty() && !clients.admits(caller, client)) {
            // Its token changed while this request was under way: it is no longer the caller's.
            throw CommonProblem.AUTHENTICATION_INVALID.refusal();
        }
        var now = clock.now();
        boolean alone = caller.instance().settings().session().singleSessionMode();
        here.stream()
                .filter(session -> alone || session.isOf(userId, acting))
                .forEach(session -> ending.become(session, SessionStatus.REPLACED));
        users.signedIn(caller.instance(), userId); // locks the user: who is being banned or deleted is not let in
        var lifetime = Lifetime.of(caller.instance().settings());
        var due = tasks.due(caller.instance(), userId);
        var begun = new Session(Ids.next(Prefix.SESSION), client, userId, lifetime, now)
                .from(caller.request().ip(), caller.request().userAgent())
                .waitingFor(due);
        var opened = sessions.add(withSecondFactor ? begun.withSecondFactor(now) : begun);
        knownClients.consider(opened);
        clients.rotate(client);
        clients.authenticated(client, strategy);
        clients.signedInChanged(client, opened.id());
        openings.fire(new SessionOpened(client.instanceId(), opened.id(), userId));
        newDevice.consider(caller.instance(), opened);
        if (!due.isEmpty()) {
            waits.fire(new SessionPending(client.instanceId(), opened.id(), userId));
        }
        return opened.id();
    }

    /**
     * The live session that the request is about: the wanted one, or the one that the client used last. A wanted session that
     * is over is refused: what was meant for one user must not happen to another one at the same client.
     */
    public CurrentSession current(Caller caller) {
        var client = clients.require(caller);
        var live = sessions.live(client);
        var found = caller.wantedSession().isPresent()
                ? live.stream()
                        .filter(session ->
                                session.id().equals(caller.wantedSession().get()))
                        .findFirst()
                : lastUsed(client, live);
        var session = found.orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
        var current = session.current();
        use.note(caller.instance(), current.sessionId(), current.userId());
        Cause.actor(session.impersonator().map(Actor::impersonator).orElseGet(() -> Actor.user(current.userId())));
        return current;
    }

    /**
     * The caller, bound to the session that is the current one now. Whatever takes several transactions asks for this first: the client may
     * turn to another of its sessions in between, and what one user has proved must not be done to another.
     */
    public Caller inOneSession(Caller caller) {
        return caller.about(current(caller).sessionId());
    }

    /** The client's live session that was used last; empty if nobody is signed in there. */
    public Optional<SessionFacts> lastUsed(ClientRef client) {
        return lastUsed(client, sessions.live(client)).map(this::facts);
    }

    /** The live sessions of a client, oldest first: who is signed in there now. */
    public List<CurrentSession> live(ClientRef client) {
        return sessions.live(client).stream().map(Session::current).toList();
    }

    /** Those of them in which nobody acts as the user. */
    public List<CurrentSession> own(ClientRef client) {
        return sessions.live(client).stream()
                .filter(session -> session.impersonator().isEmpty())
                .map(Session::current)
                .toList();
    }

    /** All of them, with all that is known of them. */
    public List<SessionFacts> signedIn(ClientRef client) {
        return sessions.live(client).stream().map(this::facts).toList();
    }

    /** One session of the caller's client, whatever became of it. */
    public SessionFacts get(Caller caller, String sessionId) {
        return facts(of(clients.require(caller), sessionId));
    }

    /** The session is used now, and becomes the client's active one. One that is over is refused as nobody's. */
    public void touch(Caller caller, String sessionId, Input form) {
        var client = clients.require(caller);
        var session = sessions.find(client.instanceId(), sessionId)
                .filter(found -> found.client().equals(client) && found.isLiveAt(clock.now()))
                .orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
        refuseOrganization(form.text("active_organization_id"));
        if (!sessionId.equals(clients.facts(client).lastActiveSessionId())) {
            select(client, sessionId);
        }
        use.note(caller.instance(), sessionId, session.current().userId());
    }

    /** The user has proved anew to be one, in this session, whose client is locked. */
    public void reverified(CurrentSession current, boolean first, boolean second) {
        sessions.lock(current.instanceId(), current.sessionId())
                .orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal)
                .reverified(first, second, clock.now());
        clients.signedInChanged(
                current.client(), clients.facts(current.client()).lastActiveSessionId());
    }

    /** Signs one session of the caller's client out. */
    public void end(Caller caller, String sessionId) {
        close(caller, sessionId, SessionStatus.ENDED);
    }

    /** Signs one session of the caller's client out and puts it away. */
    public void remove(Caller caller, String sessionId) {
        close(caller, sessionId, SessionStatus.REMOVED);
    }

    /** Signs everybody out at this client, which stays. */
    public void removeAll(ClientRef client) {
        ending.closeAll(client, SessionStatus.REMOVED);
    }

    /** Where the current user is signed in, on every device. */
    public List<SessionFacts> liveOfUser(CurrentSession current) {
        return sessions.liveOfUser(current.instanceId(), current.userId()).stream()
                .map(this::facts)
                .toList();
    }

    /** The current user's newest sessions on every device, live or not. */
    public List<SessionFacts> ofUser(CurrentSession current) {
        return sessions.ofUser(current.instanceId(), current.userId(), MOST_SHOWN).stream()
                .map(this::facts)
                .toList();
    }

    /** Signs the current user out on one device. */
    public SessionFacts revoke(CurrentSession current, String sessionId) {
        var session = sessions.find(current.instanceId(), sessionId)
                .filter(found -> found.current().userId().equals(current.userId()))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        return facts(ending.close(session, SessionStatus.REVOKED));
    }

    /** Revokes the current user's other sessions, on every device. */
    public void endOthers(CurrentSession current) {
        endAllOfUser(current.instanceId(), current.userId(), current.sessionId(), SessionStatus.REVOKED);
    }

    /** Closes every live session of a user, but for one if it is given. Clients are locked: call this before locking the user. */
    public void endAllOfUser(String instanceId, String userId, String exceptSessionIdOrNull, SessionStatus status) {
        ending.closeAllOfUser(instanceId, userId, exceptSessionIdOrNull, status);
    }

    /** There are no organizations to be active in yet; nothing but the personal account can be asked for. */
    public static void refuseOrganization(Optional<String> organizationId) {
        if (organizationId.isPresent()) {
            throw SessionProblem.ORGANIZATION_NOT_FOUND_OR_UNAUTHORIZED.refusal();
        }
    }

    private void select(ClientRef client, String sessionId) {
        clients.lock(client);
        if (sessions.lock(client.instanceId(), sessionId)
                .filter(session -> session.isLiveAt(clock.now()))
                .isEmpty()) {
            throw CommonProblem.AUTHENTICATION_INVALID.refusal(); // somebody signed it out meanwhile
        }
        clients.signedInChanged(client, sessionId);
    }

    private void close(Caller caller, String sessionId, SessionStatus status) {
        ending.close(of(clients.require(caller), sessionId), status);
    }

    private Optional<Session> lastUsed(ClientRef client, List<Session> live) {
        var lastActive = clients.facts(client).lastActiveSessionId();
        return live.stream()
                .filter(session -> session.id().equals(lastActive))
                .findFirst()
                .or(() -> live.stream().findFirst());
    }

    private Session of(ClientRef client, String sessionId) {
        return sessions.find(client.instanceId(), sessionId)
                .filter(session -> session.client().equals(client))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private SessionFacts facts(Session session) {
        var facts = session.factsAt(clock.now());
        return facts.lastActive(use.lastActive(facts));
    }
}
