package dev.rollcall.webhook;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.input.JsonText;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Keys to one instance's webhooks for a person and for a while: nothing is stored, the server's seal vouches for them. */
@ApplicationScoped
public class PortalTokens {

    private static final String PREFIX = "whp_";
    private static final String PURPOSE = "webhook/portal";
    private static final Duration LONGEST = Duration.ofDays(7);

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** For the container; tests use {@link #PortalTokens(Sealer, Clock)}. */
    public PortalTokens() {}

    PortalTokens(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What a token opens, and the secret key that made it: with that, it ends. */
    public record Access(String instanceId, String keyId, boolean readOnly) {}

    /** A new token; it holds for at most a week. */
    public String issue(String instanceId, String keyId, Duration life, boolean readOnly) {
        var capped = life.compareTo(LONGEST) > 0 ? LONGEST : life;
        var content = Json.createObjectBuilder()
                .add("i", instanceId)
                .add("k", keyId)
                .add("r", readOnly)
                .add("e", clock.real().plus(capped).toEpochMilli())
                .build()
                .toString();
        var body = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return PREFIX + body + "." + sealer.mac(PURPOSE, body);
    }

    /** What the token opens now, if it is one of ours. */
    public Optional<Access> read(String token) {
        int dot = token.lastIndexOf('.');
        if (!token.startsWith(PREFIX) || dot < 0) {
            return Optional.empty();
        }
        var body = token.substring(PREFIX.length(), dot);
        if (!sealer.isMac(PURPOSE, body, token.substring(dot + 1))) {
            return Optional.empty();
        }
        var content = JsonText.object(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8))
                .orElseThrow();
        var end = Instant.ofEpochMilli(content.getJsonNumber("e").longValue());
        return clock.real().isBefore(end)
                ? Optional.of(new Access(content.getString("i"), content.getString("k", ""), content.getBoolean("r")))
                : Optional.empty();
    }
}
