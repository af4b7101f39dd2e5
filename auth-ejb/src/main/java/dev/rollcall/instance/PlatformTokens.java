package dev.rollcall.instance;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.trace.Actor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Operators' tokens for the Platform API. */
@Stateless
public class PlatformTokens {

    /** A token we know, and until when it works. */
    private record Known(Operator holder, Instant expireAt, PlatformToken.Maker maker) {}

    @Inject
    private PlatformTokenStore tokens;

    @Inject
    private InstanceCache cache;

    @Inject
    private OperatorGroups groups;

    @Inject
    private Clock clock;

    /** Who holds this platform token, if it is a live one, and what they may do by now: never more than the person who made it. */
    public Optional<Operator> accept(String raw) {
        return cache.get(Known.class, "hash", Secrets.hash(raw), this::known)
                .filter(known -> known.expireAt == null || clock.real().isBefore(known.expireAt))
                .flatMap(this::bounded);
    }

    /** Seals the token that can be read back under the current key-encryption key; answers how many needed it. */
    public int reseal() {
        return tokens.reseal();
    }

    private Optional<Known> known(String hash) {
        return tokens.byHash(hash)
                .map(token -> new Known(
                        new Operator(Actor.platformToken(token.id()), token.scopes()),
                        token.expireAt(),
                        token.maker()));
    }

    /** A person's groups are asked for at each use: whoever has lost them has lost their tokens, and is not waited for. */
    private Optional<Operator> bounded(Known known) {
        var maker = known.maker;
        if (maker.userId() == null) {
            return Optional.of(known.holder);
        }
        var left = known.holder.scopes().within(groups.scopesOf(maker.instanceId(), maker.userId()));
        return left.names().isEmpty() ? Optional.empty() : Optional.of(new Operator(known.holder.actor(), left));
    }
}
