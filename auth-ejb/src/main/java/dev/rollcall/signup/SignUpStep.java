package dev.rollcall.signup;

/** What can happen to a sign-up. */
enum SignUpStep {
    FILLED,
    CHALLENGED,
    REQUIREMENTS_MET,
    EXPIRED
}
