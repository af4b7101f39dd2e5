package dev.rollcall.passkey;

/** A user has another passkey, one less, or one by another name. Fired in the transaction that changes it. */
public record PasskeysChanged(String instanceId, String userId) {}
