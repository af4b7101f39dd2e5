package dev.rollcall.backend;

/** Says of which user something was taken away. */
public record UserIdView(String userId) {}
