package dev.rollcall.crypto;

import dev.rollcall.error.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Hashes passwords, behind a bulkhead: as many at once as there are processors, a bounded queue behind them, and a plain refusal
 * beyond, so that a flood of sign-ins can neither exhaust memory nor slow down token minting.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final int WAITING = 64;
    private static final String NOBODYS = Argon2id.digest(Secrets.token());

    private final Bulkhead bulkhead = new Bulkhead(Runtime.getRuntime().availableProcessors(), WAITING);

    /** The digest to store. Never called within a transaction: it takes tens of milliseconds and may wait. */
    public String hash(String raw) {
        return guarded(() -> Argon2id.digest(raw));
    }

    /** Whether the digest is of this password. */
    public boolean matches(String raw, String digest) {
        return guarded(() -> Argon2id.matches(raw, digest));
    }

    /** Takes the time of a match, so that the answer for a user we do not know comes no sooner (user enumeration by timing). */
    public void spend() {
        guarded(() -> Argon2id.matches("", NOBODYS));
    }

    private <T> T guarded(Supplier<T> work) {
        return bulkhead.run(work).orElseThrow(CommonProblem.SERVICE_UNAVAILABLE::refusal);
    }
}
