package dev.rollcall.user;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * What a user starts with. Identifiers are given afterwards, through {@code IdentificationService}.
 *
 * @param passwordDigest as made by {@code PasswordHasher}; null for a user without a password
 * @param createdAt when the user was made elsewhere; null for now
 */
public record NewUser(
        String externalId,
        String firstName,
        String lastName,
        String locale,
        String passwordDigest,
        JsonObject publicMetadata,
        JsonObject privateMetadata,
        JsonObject unsafeMetadata,
        boolean banned,
        boolean locked,
        boolean deleteSelfEnabled,
        boolean createOrganizationEnabled,
        Integer createOrganizationsLimit,
        boolean bypassClientTrust,
        Instant legalAcceptedAt,
        Instant createdAt) {}
