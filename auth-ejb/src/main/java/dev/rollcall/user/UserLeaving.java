package dev.rollcall.user;

/**
 * A user is about to be deleted. Fired before the user is locked: whoever has rows that go with a user and locks them before their user
 * elsewhere locks them now, or a sign-in and a deletion would wait for each other.
 */
public record UserLeaving(String instanceId, String userId) {}
