package dev.rollcall.token;

import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;

/** Testing tokens: whoever shows one is an automated test and passes the bot checks. */
@ApplicationScoped
public class TestingTokens {

    /** A testing token on the wire; {@code expires_at} is in seconds. */
    public record View(String object, String token, long expiresAt) {}

    /** A token for this instance, good for an hour. */
    public View create(Instance instance) {
        throw new UnsupportedOperationException();
    }

    /** Whether the token is one of this instance's and not expired. */
    public boolean accept(Instance instance, String token) {
        throw new UnsupportedOperationException();
    }
}
