package dev.rollcall.passkey;

import dev.rollcall.verification.VerificationView;
import jakarta.json.bind.annotation.JsonbNillable;

/**
 * A passkey as the wire shows it ({@code Client.Passkey}); times are epoch milliseconds.
 *
 * @param lastUsedAt null until it is used
 * @param createdAt left out where null, as is {@code updatedAt}
 */
public record PasskeyView(
        String id,
        String object,
        String name,
        Long lastUsedAt,
        VerificationView verification,
        @JsonbNillable(false) Long createdAt,
        @JsonbNillable(false) Long updatedAt) {

    /** The same as the Backend API has it ({@code Passkey}): it was last used when it was made, and its challenge is nobody's business. */
    public PasskeyView forBackend() {
        return new PasskeyView(
                id,
                object,
                name,
                lastUsedAt == null ? createdAt : lastUsedAt,
                verification == null ? null : verification.withoutChallenge(),
                null,
                null);
    }
}
