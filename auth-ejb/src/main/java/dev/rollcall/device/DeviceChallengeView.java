package dev.rollcall.device;

/**
 * What a device is to sign that wants to be trusted ({@code Client.TrustedDeviceChallenge}).
 *
 * @param clientData the text to be signed, to the letter
 * @param expiresAt epoch milliseconds
 */
public record DeviceChallengeView(
        String object, String challenge, String challengeId, String clientData, long expiresAt, String algorithm) {}
