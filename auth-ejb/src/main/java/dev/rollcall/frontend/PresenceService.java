package dev.rollcall.frontend;

import dev.rollcall.client.ClientNews;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Transactions;
import dev.rollcall.input.Input;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.Devices;
import dev.rollcall.session.SessionService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What a browser can do with its client and its sessions, one method for each operation of the Frontend API. */
@Stateless
public class PresenceService {

    @Inject
    private ClientService clients;

    @Inject
    private ClientNews news;

    @Inject
    private SessionService sessions;

    @Inject
    private StepUp stepUp;

    @Inject
    private Devices devices;

    @Inject
    private ClientViews views;

    @Inject
    private RateLimits limits;

    @Inject
    private Transactions transactions;

    /** {@code GET /v1/client}. */
    public Optional<ClientView> getClient(Caller caller) {
        return views.of(caller);
    }

    /** {@code PUT} or {@code POST /v1/client}: the client, made now if there is none, which one address may have done only so often. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ClientView createClient(Caller caller) {
        var known = transactions.required(() -> clients.find(caller).map(client -> views.of(caller, client)));
        return known.orElseGet(() -> {
            limits.take(caller, Limit.CLIENT);
            return transactions.required(() -> views.of(caller, clients.ensure(caller)));
        });
    }

    /** {@code DELETE /v1/client}: signs everybody out and forgets the client, cookie and all; nothing is left to answer with. */
    public Optional<ClientView> deleteClient(Caller caller) {
        clients.find(caller).ifPresent(client -> {
            sessions.removeAll(client);
            clients.forget(client);
        });
        news.signedInSince(0);
        return Optional.empty();
    }

    /** {@code GET /v1/client/sessions/{id}}. */
    public SessionView getSession(Caller caller, String sessionId) {
        return views.session(caller, sessionId);
    }

    /** {@code POST /v1/client/sessions/{id}/touch}: the session is used now; {@code intent}, {@code active_organization_id}. */
    public SessionView touchSession(Caller caller, String sessionId, Input form) {
        sessions.touch(caller, sessionId, form);
        return views.session(caller, sessionId);
    }

    /** {@code POST /v1/client/sessions/{id}/end}. */
    public SessionView endSession(Caller caller, String sessionId) {
        sessions.end(caller, sessionId);
        return views.session(caller, sessionId);
    }

    /** {@code POST /v1/client/sessions/{id}/remove}. */
    public SessionView removeSession(Caller caller, String sessionId) {
        sessions.remove(caller, sessionId);
        return views.session(caller, sessionId);
    }

    /** {@code DELETE /v1/client/sessions}: signs everybody out; the client stays and is the response. */
    public ClientView removeSessions(Caller caller) {
        var client = clients.require(caller);
        sessions.removeAll(client);
        return views.of(caller, client);
    }

    /** {@code GET /v1/me/sessions/active}: where the user is signed in. The answer is the bare array. */
    public List<ActiveSessionView> activeSessions(Caller caller) {
        return sessions.liveOfUser(sessions.current(caller)).stream()
                .map(session -> ActiveSessionView.of(session, devices.of(session)))
                .toList();
    }

    /** {@code GET /v1/me/sessions}: the user's newest sessions, live or not, as a bare array. */
    public List<SessionView> sessions(Caller caller) {
        return views.sessions(caller, sessions.ofUser(sessions.current(caller)));
    }

    /** {@code POST /v1/me/sessions/{id}/revoke}: signs the user out on another device. */
    public SessionView revokeSession(Caller caller, String sessionId) {
        return views.sessions(caller, List.of(sessions.revoke(stepUp.sensitive(caller), sessionId)))
                .get(0);
    }
}
