package dev.rollcall.instance;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Roots;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Platform tokens in the database. */
@ApplicationScoped
class PlatformTokenStore {

    private static final String PREFIX = "plapi_";

    @Inject
    private Roots roots;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** The token of this hash, be it expired. */
    Optional<PlatformToken> byHash(String hash) {
        var jpql = "select t from PlatformToken t where t.hash = :hash";
        return roots.list(PlatformToken.class, jpql, Map.of("hash", hash)).stream()
                .findFirst();
    }

    /** A token that has just been made, and what its holder shows. */
    record Made(PlatformToken row, String raw) {}

    /** Makes a token; {@code expireAt} is null for never. */
    Made make(String name, Scopes scopes, Instant now, Instant expireAt, PlatformToken.Maker maker) {
        var raw = PREFIX + Secrets.token();
        var row = new PlatformToken(
                        Ids.next(Prefix.PLATFORM_TOKEN), Secrets.hash(raw), name, null, scopes, now, expireAt)
                .by(maker);
        return new Made(roots.add(row), raw);
    }

    /** The token of this id. */
    Optional<PlatformToken> find(String id) {
        return roots.find(PlatformToken.class, id);
    }

    /** All of them, the oldest first. */
    List<PlatformToken> all() {
        return roots.list(PlatformToken.class, "select t from PlatformToken t order by t.createdAt, t.id", Map.of());
    }

    void remove(PlatformToken token) {
        roots.remove(token);
    }

    /** Whether there is any token at all. */
    boolean exist() {
        return roots.list(Long.class, "select count(t) from PlatformToken t", Map.of())
                        .get(0)
                > 0;
    }

    /** Makes the operator's own token known, unless it is. */
    void enrol(String raw) {
        var hash = Secrets.hash(raw);
        if (byHash(hash).isEmpty()) {
            roots.add(new PlatformToken(
                    Ids.next(Prefix.PLATFORM_TOKEN),
                    hash,
                    "ROLLCALL_PLATFORM_TOKEN",
                    null,
                    Scopes.all(),
                    clock.real(),
                    null));
            roots.flush();
        }
    }

    /** The token of a development server: the same at every start, because it can be read back. */
    String development() {
        var kept =
                roots.list(PlatformToken.class, "select t from PlatformToken t where t.sealed is not null", Map.of());
        return kept.isEmpty()
                ? made()
                : sealer.open(
                        kept.get(0).sealed(), PlatformToken.context(kept.get(0).id()));
    }

    /** Seals under the current key what a former one has sealed. */
    int reseal() {
        var former = roots
                .list(PlatformToken.class, "select t from PlatformToken t where t.sealed is not null", Map.of())
                .stream()
                .filter(token -> !sealer.isCurrent(token.sealed()))
                .toList();
        former.forEach(token -> token.seal(sealer.reseal(token.sealed(), PlatformToken.context(token.id()))));
        return former.size();
    }

    private String made() {
        var id = Ids.next(Prefix.PLATFORM_TOKEN);
        var raw = PREFIX + Secrets.token();
        var sealed = sealer.seal(raw, PlatformToken.context(id));
        roots.add(new PlatformToken(id, Secrets.hash(raw), "development", sealed, Scopes.all(), clock.real(), null));
        return raw;
    }
}
