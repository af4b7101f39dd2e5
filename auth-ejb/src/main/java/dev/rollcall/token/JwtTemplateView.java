package dev.rollcall.token;

import jakarta.json.JsonObject;

/** A template as the wire shows it ({@code JWTTemplate}); a key of its own is never shown again. */
public record JwtTemplateView(
        String object,
        String id,
        String name,
        JsonObject claims,
        int lifetime,
        int allowedClockSkew,
        boolean customSigningKey,
        String signingAlgorithm,
        long createdAt,
        long updatedAt) {}
