package dev.rollcall.token;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;

/** Gives an app's server a fresh session token for an expired one, without sending the browser around. */
@Stateless
public class RefreshService {

    /**
     * {@code expired_token}, {@code refresh_token}, {@code request_origin}, {@code format}: answers a {@link CookiesView} for {@code cookie},
     * otherwise a {@link TokenView}.
     *
     * @param query the request's query: {@code suffixed_cookies}
     */
    public Object refresh(Instance instance, String sessionId, Input body, Input query) {
        throw new UnsupportedOperationException();
    }
}
