package dev.rollcall.instance;

import java.util.List;

/** Everything that can be set on an instance: one document, stored as JSON, validated as a whole. */
public record InstanceSettings(
        Attributes attributes,
        SignUp signUp,
        SignIn signIn,
        Session session,
        Password password,
        Username username,
        Verification verification,
        Actions actions,
        Display display,
        boolean testMode) {

    /** One attribute of a user: whether it exists, must be given, and what it is good for. */
    public record Attribute(
            boolean enabled,
            boolean required,
            boolean usedForFirstFactor,
            List<String> firstFactors,
            List<String> verifications,
            boolean verifyAtSignUp) {}

    public record Attributes(
            Attribute emailAddress, Attribute phoneNumber, Attribute username, Attribute firstName, Attribute lastName, Attribute password) {}

    /** {@code mode}: public, restricted or waitlist. */
    public record SignUp(String mode, boolean legalConsentEnabled) {}

    /** {@code preferredStrategy}: password or otp. */
    public record SignIn(String preferredStrategy) {}

    /** Lifetimes in seconds; an inactivity timeout of 0 is none. */
    public record Session(boolean singleSessionMode, long lifetimeSeconds, long inactivityTimeoutSeconds) {}

    public record Password(
            int minLength,
            int maxLength,
            boolean requireSpecialChar,
            boolean requireNumbers,
            boolean requireUppercase,
            boolean requireLowercase,
            boolean showZxcvbn,
            int minZxcvbnStrength,
            boolean refuseCommon) {}

    public record Username(int minLength, int maxLength, boolean allowExtendedSpecialCharacters, boolean allowNumericUsernames) {}

    public record Verification(long codeLifetimeSeconds, int maxAttempts) {}

    public record Actions(boolean deleteSelf, boolean createOrganization) {}

    /** What hosted and prebuilt components show; URLs are absolute or empty. */
    public record Display(
            String applicationName,
            String homeUrl,
            String signInUrl,
            String signUpUrl,
            String userProfileUrl,
            String afterSignInUrl,
            String afterSignUpUrl,
            String supportEmail,
            String termsUrl,
            String privacyPolicyUrl,
            boolean branded,
            boolean showDevmodeWarning) {}
}
