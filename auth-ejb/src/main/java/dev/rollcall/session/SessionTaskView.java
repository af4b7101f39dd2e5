package dev.rollcall.session;

/** Something that a pending session waits for. */
public record SessionTaskView(String key) {}
