package dev.rollcall.client;

/**
 * Who is signed in at a client has changed.
 *
 * @param clientUat what the {@code __client_uat} cookie says from now on: when that was, in seconds, or 0 when nobody is signed in
 */
public record SignedInChanged(String instanceId, String clientId, long clientUat) {}
