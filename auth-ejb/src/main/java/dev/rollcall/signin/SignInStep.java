package dev.rollcall.signin;

/** What can happen to a sign-in. */
enum SignInStep {
    IDENTIFIED,
    FIRST_FACTOR_VERIFIED,
    SECOND_FACTOR_VERIFIED,
    CLIENT_TRUSTED,
    RESET_CODE_VERIFIED,
    PASSWORD_RESET,
    TRANSFERRED,
    EXPIRED
}
