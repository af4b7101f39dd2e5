package dev.rollcall.token;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.regex.Pattern;

/** Testing tokens: whoever shows one is an automated test and passes the bot checks. They are signed, so nothing is stored. */
@ApplicationScoped
public class TestingTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})-c_(\\S+)");

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** For the container; tests use {@link #TestingTokens(Sealer, Clock)}. */
    public TestingTokens() {}

    TestingTokens(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A testing token on the wire; {@code expires_at} is in seconds. */
    public record View(String object, String token, long expiresAt) {

        @Override
        public String toString() {
            return "TestingToken[…]";
        }
    }

    /** A token for this instance, good for an hour. */
    public View create(Instance instance) {
        long expiry = clock.real().plus(LIFETIME).getEpochSecond();
        return new View("testing_token", expiry + "-c_" + sealer.mac(context(instance), Long.toString(expiry)), expiry);
    }

    /** Whether the token is one of this instance's and not expired. */
    public boolean accept(Instance instance, String token) {
        var parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        long expiry = Long.parseLong(parts.group(1));
        return sealer.isMac(context(instance), Long.toString(expiry), parts.group(2))
                && clock.real().getEpochSecond() < expiry;
    }

    private static String context(Instance instance) {
        return "testing_token/" + instance.id();
    }
}
