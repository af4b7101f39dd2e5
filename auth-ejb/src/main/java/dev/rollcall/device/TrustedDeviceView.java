package dev.rollcall.device;

/** A trusted device as both APIs show it ({@code Client.TrustedDevice}, {@code TrustedDevice}); times are epoch milliseconds. */
public record TrustedDeviceView(
        String id,
        String object,
        String platform,
        String appIdentifier,
        String name,
        String algorithm,
        String status,
        long createdAt,
        long updatedAt,
        Long lastUsedAt,
        Long revokedAt) {}
