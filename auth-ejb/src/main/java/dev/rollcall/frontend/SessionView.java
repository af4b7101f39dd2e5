package dev.rollcall.frontend;

/** A session as its own browser sees it. */
public record SessionView(String object, String id, String status) {}
