package dev.rollcall.backend;

import dev.rollcall.verification.VerificationView;
import jakarta.json.bind.annotation.JsonbNillable;

/** A code that was sent and what became of it, with the id by which it is answered ({@code _VerificationResponse}). */
public record CodeView(
        String object,
        String id,
        String status,
        String strategy,
        Integer attempts,
        Long expireAt,
        @JsonbNillable(false) String channel) {

    static CodeView of(String id, VerificationView verification) {
        return new CodeView(
                verification.object(),
                id,
                verification.status(),
                verification.strategy(),
                verification.attempts(),
                verification.expireAt(),
                verification.channel());
    }
}
