package dev.rollcall.identifier;

/**
 * An identification to be made.
 *
 * @param verificationId what verified it; null where nothing did
 * @param reserved kept for the user until it is verified
 */
public record NewIdentification(
        String id,
        String userId,
        IdentifierType type,
        String identifier,
        boolean verified,
        boolean reserved,
        String verificationId) {}
