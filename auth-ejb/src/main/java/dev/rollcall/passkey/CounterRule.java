package dev.rollcall.passkey;

import java.util.Locale;

/**
 * What becomes of a key's signature whose counter has not grown, as it would of a copy of the key (WebAuthn, 7.2 step 22, leaves it to us). Only
 * authenticators that cannot choose their counter are found out: whoever holds the bare key writes what they like.
 */
enum CounterRule {
    /** It is refused. */
    MUST_GROW,
    /** It is refused where the counter went backwards: not where it stands still, nor where it is zero, which is how those begin that do not count. */
    MUST_NOT_SHRINK,
    /** It is as good as any. */
    ANY;

    /** What a setting says. */
    static CounterRule of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Whether the counter is as it should be: it grows with every use, or was never there. */
    static boolean grew(long kept, long shown) {
        return shown > kept || (kept == 0 && shown == 0);
    }

    boolean admits(long kept, long shown) {
        return grew(kept, shown)
                || switch (this) {
                    case MUST_GROW -> false;
                    case MUST_NOT_SHRINK -> shown == kept || shown == 0;
                    case ANY -> true;
                };
    }
}
