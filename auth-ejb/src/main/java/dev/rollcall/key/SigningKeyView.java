package dev.rollcall.key;

import java.time.Duration;
import java.time.Instant;

/**
 * A signing key as operators see it; nothing of it is secret.
 *
 * @param id the {@code kid} in tokens and in the key set
 * @param status {@code next}, {@code current} or {@code retired}
 * @param retiredAt since when its successor signs; null for the newest
 * @param verifiesUntil until when it stays in the key set at least; null while none follows
 */
public record SigningKeyView(
        String object, String id, String status, long createdAt, long signsFrom, Long retiredAt, Long verifiesUntil) {

    static SigningKeyView of(SigningKey key, Instant now, Duration overlap) {
        var retired = key.retiredAt();
        return new SigningKeyView(
                "signing_key",
                key.id(),
                key.signsFrom().isAfter(now) ? "next" : retired == null || retired.isAfter(now) ? "current" : "retired",
                key.createdAt().toEpochMilli(),
                key.signsFrom().toEpochMilli(),
                retired == null ? null : retired.toEpochMilli(),
                retired == null ? null : retired.plus(overlap).toEpochMilli());
    }
}
