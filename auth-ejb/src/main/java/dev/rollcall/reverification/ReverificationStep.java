package dev.rollcall.reverification;

/** What can happen to a reverification. */
enum ReverificationStep {
    FIRST_FACTOR_VERIFIED,
    SECOND_FACTOR_VERIFIED
}
