package dev.rollcall.client;

import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Clients: who they are, and what they are in the middle of. */
@Stateless
public class ClientService {

    /** The caller's client, if there is one. A dev browser that we do not know is refused, so that the browser asks for a new one. */
    public Optional<ClientRef> find(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** The caller's client, which must exist. */
    public ClientRef require(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** The caller's client, made now if there is none. */
    public ClientRef ensure(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Locks the client for the rest of the transaction. Whoever locks both takes the client before its sessions. */
    public void lock(ClientRef client) {
        throw new UnsupportedOperationException();
    }

    /** Remembers the sign-in that the client is in the middle of; null when it is over. */
    public void attachSignIn(ClientRef client, String signInIdOrNull) {
        throw new UnsupportedOperationException();
    }

    /** Remembers the sign-up that the client is in the middle of; null when it is over. */
    public void attachSignUp(ClientRef client, String signUpIdOrNull) {
        throw new UnsupportedOperationException();
    }

    /** Remembers by which strategy somebody last signed in here. */
    public void authenticated(ClientRef client, String strategy) {
        throw new UnsupportedOperationException();
    }

    /** Makes a dev browser for a development instance. */
    public DevBrowserView createDevBrowser(Instance instance) {
        throw new UnsupportedOperationException();
    }
}
