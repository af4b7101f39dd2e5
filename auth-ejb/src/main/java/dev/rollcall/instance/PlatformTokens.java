package dev.rollcall.instance;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Operators' tokens for the Platform API. */
@Stateless
public class PlatformTokens {

    /** A token we know, and until when it works. */
    private record Known(Instant expireAt) {}

    @Inject
    private PlatformTokenStore tokens;

    @Inject
    private InstanceCache cache;

    @Inject
    private Clock clock;

    /** Whether this is a live platform token. */
    public boolean accept(String raw) {
        return cache.get(Known.class, "hash", Secrets.hash(raw), this::known)
                .filter(known -> known.expireAt == null || clock.now().isBefore(known.expireAt))
                .isPresent();
    }

    private Optional<Known> known(String hash) {
        return tokens.byHash(hash).map(token -> new Known(token.expireAt()));
    }
}
