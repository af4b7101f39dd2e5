package dev.rollcall.passkey;

import java.util.List;

/**
 * A key that an authenticator has made.
 *
 * @param credentialId base64url
 * @param credential attested credential data (WebAuthn, 6.5.1)
 * @param transports how the authenticator is reached, for browsers
 */
record Registered(String credentialId, byte[] credential, List<String> transports, KeyState state) {}
