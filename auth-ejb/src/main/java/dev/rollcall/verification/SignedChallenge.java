package dev.rollcall.verification;

/**
 * A challenge that is answered by signing it.
 *
 * @param nonce what is signed, or a passkey's options as JSON
 * @param message the text that a wallet signs; null for a passkey
 * @param origin of the page that asked for the challenge; null where nobody's page did
 */
public record SignedChallenge(String nonce, String message, String origin) {}
