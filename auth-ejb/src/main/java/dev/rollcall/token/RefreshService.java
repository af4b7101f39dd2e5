package dev.rollcall.token;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.key.SigningKeys;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Gives an app's server a fresh session token for an expired one, without sending the browser around. */
@Stateless
public class RefreshService {

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private TokenService tokens;

    @Inject
    private SigningKeys keys;

    /**
     * {@code expired_token}, {@code refresh_token}, {@code request_origin}, {@code format}: answers a {@link CookiesView} for
     * {@code cookie}, otherwise a {@link TokenView}. Every refusal is a 401, after which the app's server falls back to a
     * handshake.
     */
    public Object refresh(Instance instance, String sessionId, Input body) {
        var expired = keys.verify(instance, given(body, "expired_token"))
                .orElseThrow(TokenProblem.EXPIRED_TOKEN_INVALID::refusal);
        if (!sessionId.equals(expired.getString("sid", null))) {
            throw TokenProblem.EXPIRED_TOKEN_INVALID.refusal();
        }
        var origin = given(body, "request_origin");
        refreshTokens.check(instance, sessionId, origin, given(body, "refresh_token"));
        var fresh = tokens.mintAgain(instance, sessionId, origin);
        return "cookie".equals(body.text("format").orElse("token")) ? cookies(instance, origin, fresh) : fresh;
    }

    private static CookiesView cookies(Instance instance, String origin, TokenView token) {
        var cookies =
                new Cookies(instance, origin.startsWith("https:")).withTwin("__session", token.jwt(), Cookies.YEAR);
        return new CookiesView("cookies", cookies.lines());
    }

    private static String given(Input body, String name) {
        return body.text(name).orElseThrow(() -> CommonProblem.REQUEST_BODY_INVALID.refusal(name));
    }
}
