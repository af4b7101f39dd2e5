package dev.rollcall.session;

/** A user has signed in and has something left to do before an app counts it. Fired beside {@link SessionOpened}. */
public record SessionPending(String instanceId, String sessionId, String userId) {}
