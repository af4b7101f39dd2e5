package dev.rollcall.security;

/** A listed URL as the wire shows it ({@code RedirectURL}). */
public record RedirectUrlView(String object, String id, String url, long createdAt, long updatedAt) {}
