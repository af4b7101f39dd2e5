package dev.rollcall.backend;

/** Says that what was to be verified is right. */
public record VerifiedView(boolean verified) {}
