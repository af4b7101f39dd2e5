package dev.rollcall.client;

import java.time.Instant;

/**
 * What is known of a client.
 *
 * @param lastActiveSessionId the session used last, which may be over by now; null for none
 * @param cookieExpireAt when its browser lets go of its token, unless it is given it anew
 * @param updatedAt when who is signed in here last changed
 */
public record ClientFacts(
        ClientRef ref,
        String lastActiveSessionId,
        String lastAuthenticationStrategy,
        String signInId,
        String signUpId,
        Instant cookieExpireAt,
        Instant createdAt,
        Instant updatedAt) {}
