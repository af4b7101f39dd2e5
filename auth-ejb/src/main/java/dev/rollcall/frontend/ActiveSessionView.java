package dev.rollcall.frontend;

import dev.rollcall.session.SessionActivityView;

/** A session in the list of the user's devices. */
public record ActiveSessionView(
        String object, String id, String status, long expireAt, long abandonAt, long lastActiveAt, SessionActivityView latestActivity) {}
