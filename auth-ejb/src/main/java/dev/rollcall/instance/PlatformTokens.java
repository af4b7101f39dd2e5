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
    private record Known(String id, Instant expireAt) {}

    @Inject
    private PlatformTokenStore tokens;

    @Inject
    private InstanceCache cache;

    @Inject
    private Clock clock;

    /** The id of this platform token, if it is a live one. */
    public Optional<String> accept(String raw) {
        return cache.get(Known.class, "hash", Secrets.hash(raw), this::known)
                .filter(known -> known.expireAt == null || clock.real().isBefore(known.expireAt))
                .map(Known::id);
    }

    private Optional<Known> known(String hash) {
        return tokens.byHash(hash).map(token -> new Known(token.id(), token.expireAt()));
    }
}
