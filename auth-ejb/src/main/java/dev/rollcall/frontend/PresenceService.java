package dev.rollcall.frontend;

import dev.rollcall.input.Input;
import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** What a browser can do with its client and its sessions, one method for each operation of the Frontend API. */
@Stateless
public class PresenceService {

    /** {@code GET /v1/client}. */
    public Optional<ClientView> getClient(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** {@code PUT} or {@code POST /v1/client}: the client, made now if there is none. */
    public ClientView createClient(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** {@code DELETE /v1/client}: signs everybody out and forgets the client, cookie and all; answers what is left, which is nobody. */
    public Optional<ClientView> deleteClient(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** {@code GET /v1/client/sessions/{id}}. */
    public SessionView getSession(Caller caller, String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** {@code POST /v1/client/sessions/{id}/touch}: the session is used now; {@code intent}, {@code active_organization_id}. */
    public SessionView touchSession(Caller caller, String sessionId, Input form) {
        throw new UnsupportedOperationException();
    }

    /** {@code POST /v1/client/sessions/{id}/end}. */
    public SessionView endSession(Caller caller, String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** {@code POST /v1/client/sessions/{id}/remove}. */
    public SessionView removeSession(Caller caller, String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** {@code DELETE /v1/client/sessions}: signs everybody out; the client stays and is the response. */
    public ClientView removeSessions(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** {@code GET /v1/me/sessions/active}: where the user is signed in. The answer is the bare array. */
    public List<ActiveSessionView> activeSessions(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** {@code GET /v1/me/sessions}: all sessions of the user, as a bare array. */
    public List<SessionView> sessions(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** {@code POST /v1/me/sessions/{id}/revoke}: signs the user out on another device. */
    public SessionView revokeSession(Caller caller, String sessionId) {
        throw new UnsupportedOperationException();
    }
}
