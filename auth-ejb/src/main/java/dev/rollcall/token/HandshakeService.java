package dev.rollcall.token;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;
import java.net.URI;

/** Tells an app on another origin who is signed in, by sending the browser here and back. */
@Stateless
public class HandshakeService {

    /** {@code redirect_url}, {@code format}, {@code suffixed_cookies}: where to send the browser, and with what. */
    public Handshake handshake(Caller caller, Input query) {
        throw new UnsupportedOperationException();
    }

    /** What a nonce stands for. It works once. */
    public HandshakePayloadView payload(Instance instance, Input query) {
        throw new UnsupportedOperationException();
    }

    /** {@code GET /v1/client/touch}: the app's URL to go back to, checked. The web layer renews the {@code __client} cookie on the way. */
    public URI touch(Caller caller, Input query) {
        throw new UnsupportedOperationException();
    }
}
