package dev.rollcall.factor;

import dev.rollcall.crypto.PasswordHash;
import dev.rollcall.error.CommonProblem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Digests that another system has made of passwords. */
public final class PasswordDigests {

    private PasswordDigests() {}

    /** What is stored of a digest. One that this server cannot verify, or not at a bearable cost, is refused. */
    public static String stored(String digest, String hasher) {
        var kind = PasswordHash.ofWire(hasher).orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("password_hasher")
                .saying("password_hasher must be one of those that this server knows: " + known() + "."));
        if (!kind.accepts(digest)) {
            throw PasswordProblem.FORM_PASSWORD_DIGEST_INVALID_CODE
                    .refusal("password_digest")
                    .saying("password_digest must be a digest of " + kind.wire() + " at a moderate cost.");
        }
        return kind.stored(digest);
    }

    private static String known() {
        return Arrays.stream(PasswordHash.values()).map(PasswordHash::wire).collect(Collectors.joining(", "));
    }
}
