package dev.rollcall.passkey;

import dev.rollcall.verification.VerificationView;

/** A passkey as the wire shows it ({@code Client.Passkey}); times are epoch milliseconds. */
public record PasskeyView(
        String id,
        String object,
        String name,
        Long lastUsedAt,
        VerificationView verification,
        long createdAt,
        long updatedAt) {}
