package dev.rollcall.contract;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app of our own making, so that nobody's mistake is proved by itself. */
final class Authenticator {

    /** What an instance is set to that has authenticator apps and backup codes. */
    static final Map<String, Object> ATTRIBUTES = Map.of(
            "authenticator_app",
                    Map.of("enabled", true, "used_for_second_factor", true, "second_factors", new String[] {"totp"}),
            "backup_code",
                    Map.of("enabled", true, "used_for_second_factor", true, "second_factors", new String[] {
                        "backup_code"
                    }));

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PERIOD = 30;
    private static final int MARGIN = 3;

    private final byte[] secret;
    private long last = -1;

    private Authenticator(String base32) {
        var bits = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int held = 0;
        for (int i = 0; i < base32.length(); i++) {
            buffer = buffer << 5 | LETTERS.indexOf(base32.charAt(i));
            held += 5;
            if (held >= 8) {
                held -= 8;
                bits.put((byte) (buffer >> held));
            }
        }
        secret = bits.array();
    }

    /** The app that has scanned this URI. */
    static Authenticator scanning(String uri) {
        for (var part : URI.create(uri).getQuery().split("&")) {
            if (part.startsWith("secret=")) {
                return new Authenticator(part.substring("secret=".length()));
            }
        }
        throw new AssertionError("no secret in " + uri);
    }

    static Authenticator of(String base32) {
        return new Authenticator(base32);
    }

    /** A code that it has not shown before; it runs ahead of the clock by one step at most. */
    String code() {
        long now = Instant.now().getEpochSecond() / PERIOD;
        last = Math.max(last + 1, now);
        if (last > now + 1) {
            throw new AssertionError("this app has shown the codes of two steps already");
        }
        return code(last);
    }

    /** The code of the step before, which leaves those that come for later; not one that ends before it can arrive. */
    String codeOfBefore() {
        Eventually.see(
                "a step that lasts a while",
                () -> Instant.now().getEpochSecond() % PERIOD,
                second -> second < PERIOD - MARGIN);
        return codeAt(-1);
    }

    /** The code of a step that is so many away from the present one. */
    String codeAt(long offset) {
        return code(Instant.now().getEpochSecond() / PERIOD + offset);
    }

    private String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[19] & 15;
            int number = (hash[at] & 127) << 24
                    | (hash[at + 1] & 255) << 16
                    | (hash[at + 2] & 255) << 8
                    | hash[at + 3] & 255;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
