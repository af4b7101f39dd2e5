package dev.rollcall.token;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;

/** Session tokens: short-lived, signed, verified by apps without asking us. */
@Stateless
public class TokenService {

    /** A fresh token of one of the caller's sessions: one statement and one signature. */
    public TokenView mint(Caller caller, String sessionId, Input form) {
        throw new UnsupportedOperationException();
    }

    /** A token after a template, of one of the caller's sessions. */
    public TokenView mintFromTemplate(Caller caller, String sessionId, String template) {
        throw new UnsupportedOperationException();
    }

    /** A token for the Backend API; {@code expires_in_seconds} may ask for another lifetime. */
    public TokenView mintFor(Instance instance, String sessionId, Input body) {
        throw new UnsupportedOperationException();
    }

    /** A token after a template, for the Backend API. */
    public TokenView mintForTemplate(Instance instance, String sessionId, String template, Input body) {
        throw new UnsupportedOperationException();
    }
}
