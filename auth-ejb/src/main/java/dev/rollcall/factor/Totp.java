package dev.rollcall.factor;

import dev.rollcall.crypto.Secrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time (RFC 6238) out of codes by counter (RFC 4226): SHA-1, six digits, a new one every thirty seconds. */
final class Totp {

    static final int DIGITS = 6;
    static final int PERIOD_SECONDS = 30;

    /** A clock may be wrong by so many steps, either way (RFC 6238 §5.2). */
    private static final int DRIFT = 1;

    private static final int MODULUS = 1_000_000;
    private static final String ALGORITHM = "HmacSHA1";

    private Totp() {}

    /** The step that a time is in. */
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), PERIOD_SECONDS);
    }

    /** The code of one step, or of one counter. */
    static String code(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format("%0" + DIGITS + "d", number % MODULUS);
    }

    /**
     * The step that a code is of, if it is of one near this time that is later than the last one used: a code is used once (RFC 6238
     * §5.2). All of them are computed, so that the time tells nothing.
     */
    static OptionalLong matching(byte[] secret, String code, Instant now, long lastUsed) {
        var match = OptionalLong.empty();
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            boolean right = Secrets.same(code(secret, step), code);
            if (right && step > lastUsed && match.isEmpty()) {
                match = OptionalLong.of(step);
            }
        }
        return match;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
