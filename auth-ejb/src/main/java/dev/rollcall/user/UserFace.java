package dev.rollcall.user;

/** How a user looks to whoever is about to sign in as them. */
public record UserFace(String firstName, String lastName, String imageUrl, boolean hasImage) {}
