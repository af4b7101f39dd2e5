package dev.rollcall.frontend;

import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Shows a client with its sessions, its users and its flows, in a number of queries that does not grow with them. */
@Stateless
public class ClientViews {

    /** The caller's client; empty if there is none. */
    public Optional<ClientView> of(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** One session of the caller's client. */
    public SessionView session(Caller caller, String sessionId) {
        throw new UnsupportedOperationException();
    }
}
