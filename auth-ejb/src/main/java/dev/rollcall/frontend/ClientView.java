package dev.rollcall.frontend;

import dev.rollcall.client.ClientFacts;
import dev.rollcall.signin.SignInView;
import dev.rollcall.signup.SignUpView;
import java.util.List;

/**
 * A client as its own browser sees it ({@code Client.Client}), with everything that is going on there.
 *
 * @param sessions those signed in; what is over is not shown
 * @param cookieExpiresAt when the browser lets go of its token; shortly before that it comes to have it renewed
 */
public record ClientView(
        String object,
        String id,
        List<SessionView> sessions,
        SignInView signIn,
        SignUpView signUp,
        String lastActiveSessionId,
        String lastAuthenticationStrategy,
        Long cookieExpiresAt,
        boolean captchaBypass,
        long createdAt,
        long updatedAt) {

    static ClientView of(ClientFacts client, List<SessionView> sessions, SignInView signIn, SignUpView signUp) {
        boolean live = sessions.stream().anyMatch(session -> session.id().equals(client.lastActiveSessionId()));
        return new ClientView(
                "client",
                client.ref().id(),
                sessions,
                signIn,
                signUp,
                live ? client.lastActiveSessionId() : null,
                client.lastAuthenticationStrategy(),
                client.cookieExpireAt().toEpochMilli(),
                false,
                client.createdAt().toEpochMilli(),
                client.updatedAt().toEpochMilli());
    }
}
