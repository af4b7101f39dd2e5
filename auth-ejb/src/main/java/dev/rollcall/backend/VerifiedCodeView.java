package dev.rollcall.backend;

/** Says that a code was the user's, and of what kind it was. */
public record VerifiedCodeView(boolean verified, String codeType) {}
