package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Paged;
import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;
import java.util.List;

/** Sessions: a user signed in at a client. */
@Stateless
public class SessionService {

    /** Opens a session for a user who has just proved to be one; answers its id. The client's token changes, so that a planted one is worthless. */
    public String open(Caller caller, ClientRef client, String userId, String strategy) {
        throw new UnsupportedOperationException();
    }

    /** The live session that the request is about: the wanted one, or the one that the client used last. */
    public CurrentSession current(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Revokes the user's other sessions, everywhere. */
    public void endOthers(CurrentSession session) {
        throw new UnsupportedOperationException();
    }

    /** Closes every live session of a user, but for one if it is given. */
    public void endAllOfUser(String instanceId, String userId, String exceptSessionIdOrNull, SessionStatus status) {
        throw new UnsupportedOperationException();
    }

    /** Sessions for the Backend API, newest first: filters {@code client_id}, {@code user_id}, {@code status}. */
    public Paged<BackendSessionView> list(Instance instance, Input query) {
        throw new UnsupportedOperationException();
    }

    /** One session for the Backend API. */
    public BackendSessionView get(Instance instance, String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Makes a session without a sign-in, for tests of an app: {@code user_id}. */
    public BackendSessionView create(Instance instance, Input body) {
        throw new UnsupportedOperationException();
    }

    /** Revokes a session; one that is over stays as it is. */
    public BackendSessionView revoke(Instance instance, String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** The live sessions of a client: who is signed in there now. */
    public List<CurrentSession> live(ClientRef client) {
        throw new UnsupportedOperationException();
    }
}
