package dev.rollcall.passkey;

/**
 * What an authenticator says of a key (WebAuthn, 6.1).
 *
 * @param signCount grows with every use; always zero of authenticators that do not count
 * @param userVerified whether it has ever seen who uses it
 * @param backupEligible whether the key may be on several devices
 * @param backedUp whether it is
 */
record KeyState(long signCount, boolean userVerified, boolean backupEligible, boolean backedUp) {}
