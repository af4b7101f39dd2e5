package dev.rollcall.crypto;

import dev.rollcall.error.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Hashes passwords, behind a bulkhead: as many at once as there are processors, a bounded queue behind them, and a plain refusal
 * beyond, so that a flood of sign-ins can neither exhaust memory nor slow down token minting.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final int WAITING = 64;

    /** No password that is taken is longer. Some formats of other systems go through all of it in each of their rounds. */
    private static final int LONGEST = 1024;

    private final Bulkhead bulkhead = new Bulkhead(Runtime.getRuntime().availableProcessors(), WAITING);

    /** The digest to store, of the password's {@link Spelling#one}. Never called within a transaction: it takes tens of milliseconds and may wait. */
    public String hash(String raw) {
        return guarded(() -> Argon2.digest(Spelling.one(raw)));
    }

    /** Whether the digest is of this password, however it spells its letters; never of one that is too long to be one. */
    public boolean matches(String raw, String digest) {
        return raw.length() <= LONGEST
                && guarded(() -> {
                    var kind = PasswordHash.of(digest);
                    return spellings(raw, kind).anyMatch(spelling -> kind.matches(spelling, PasswordHash.bare(digest)));
                });
    }

    /** Our own digests are nearly all of one spelling; those of other systems are of what their users typed. */
    private static Stream<String> spellings(String raw, PasswordHash kind) {
        var typed = Stream.of(raw);
        var all = Spelling.all(raw);
        return (kind == PasswordHash.ARGON2ID ? Stream.concat(all, typed) : Stream.concat(typed, all)).distinct();
    }

    /** Takes as long as to find that a digest of ours is not of this password. */
    public void pretend(String raw) {
        matches(raw, Argon2.NOBODYS);
    }

    /** Whether the digest is of another kind than {@link #hash} makes. */
    public boolean isForeign(String digest) {
        return PasswordHash.of(digest) != PasswordHash.ARGON2ID;
    }

    /** How many passwords are being hashed now. */
    public int running() {
        return bulkhead.running();
    }

    /** How many wait for a processor. */
    public int waiting() {
        return bulkhead.waiting();
    }

    private <T> T guarded(Supplier<T> work) {
        return bulkhead.run(work).orElseThrow(CommonProblem.SERVICE_UNAVAILABLE::refusal);
    }
}
