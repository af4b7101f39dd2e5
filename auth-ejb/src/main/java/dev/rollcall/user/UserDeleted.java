package dev.rollcall.user;

/**
 * A user is gone, with everything that belonged to them. Fired in the transaction that deletes.
 *
 * @param externalId what the app called them; null where it did not
 */
public record UserDeleted(String instanceId, String userId, String externalId) {}
