package dev.rollcall.verification;

/** The fate of one challenge. */
public enum VerificationStatus {
    UNVERIFIED,
    VERIFIED,
    FAILED,
    EXPIRED
}
