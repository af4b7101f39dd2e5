package dev.rollcall.verification;

/**
 * A verification as the wire shows it ({@code Stubs.Verification.*}).
 *
 * @param expireAt epoch milliseconds; null where nothing was challenged
 */
public record VerificationView(String object, String status, String strategy, Integer attempts, Long expireAt) {}
