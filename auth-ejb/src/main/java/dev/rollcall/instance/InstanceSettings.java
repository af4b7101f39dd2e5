package dev.rollcall.instance;

import java.util.List;

/**
 * Everything that can be set on an instance: one document, stored as JSON, validated as a whole. Its JSON form is this tree in
 * snake case; what a value may be stands beside it, what values may stand together is in {@link SettingsRules}.
 */
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
        Keys keys,
        boolean testMode) {

    /** What a new instance starts with: an e-mail address verified by code, and a password. */
    public static InstanceSettings defaults(EnvironmentType type) {
        boolean development = type == EnvironmentType.DEVELOPMENT;
        return new InstanceSettings(
                Attributes.defaults(),
                new SignUp("public", false),
                new SignIn("password"),
                new Session(true, 7 * 24 * 3600L, 0),
                new Password(8, 72, false, false, false, false, false, 0, true),
                new Username(4, 64, false, false),
                new Verification(600, 3),
                new Actions(true, false),
                Display.defaults(development),
                new Keys(0, 30),
                development);
    }

    /** One attribute of a user: whether it exists, must be given, and what it is good for. */
    public record Attribute(
            boolean enabled,
            boolean required,
            boolean usedForFirstFactor,
            @Allowed({"email_code"}) List<String> firstFactors,
            @Allowed({"email_code"}) List<String> verifications,
            boolean verifyAtSignUp) {

        static final Attribute OFF = new Attribute(false, false, false, List.of(), List.of(), false);
        static final Attribute OPTIONAL = new Attribute(true, false, false, List.of(), List.of(), false);
        static final Attribute REQUIRED = new Attribute(true, true, false, List.of(), List.of(), false);
    }

    /** The attributes that can be set. */
    public record Attributes(
            Attribute emailAddress,
            Attribute phoneNumber,
            Attribute username,
            Attribute firstName,
            Attribute lastName,
            Attribute password) {

        static Attributes defaults() {
            var email = new Attribute(true, true, true, List.of("email_code"), List.of("email_code"), true);
            return new Attributes(
                    email, Attribute.OFF, Attribute.OFF, Attribute.OPTIONAL, Attribute.OPTIONAL, Attribute.REQUIRED);
        }
    }

    /** Who may sign up: everybody, or only whom the backend creates. */
    public record SignUp(@Allowed({"public", "restricted"}) String mode, boolean legalConsentEnabled) {}

    /** What sign-in components offer first. */
    public record SignIn(@Allowed({"password", "otp"}) String preferredStrategy) {}

    /** Lifetimes in seconds, from five minutes to ten years; an inactivity timeout of 0 is none. */
    public record Session(
            boolean singleSessionMode,
            @Allowed(from = 300, to = 315_360_000) long lifetimeSeconds,
            @Allowed(to = 315_360_000) long inactivityTimeoutSeconds) {}

    /** What a new password must be; clients take no less than 8 and no more than 72 characters. */
    public record Password(
            @Allowed(from = 8, to = 72) int minLength,
            @Allowed(from = 8, to = 72) int maxLength,
            boolean requireSpecialChar,
            boolean requireNumbers,
            boolean requireUppercase,
            boolean requireLowercase,
            boolean showZxcvbn,
            @Allowed(to = 4) int minZxcvbnStrength,
            boolean refuseCommon) {

        /** What counts as a special character. */
        public static final String SPECIAL_CHARACTERS = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";
    }

    /** What a user name must be. */
    public record Username(
            @Allowed(from = 4, to = 64) int minLength,
            @Allowed(from = 4, to = 64) int maxLength,
            boolean allowExtendedSpecialCharacters,
            boolean allowNumericUsernames) {}

    /** How long a code works, and how often it may be tried. */
    public record Verification(
            @Allowed(from = 60, to = 3600) long codeLifetimeSeconds,
            @Allowed(from = 1, to = 10) int maxAttempts) {}

    /**
     * How many days a signing key signs, 0 for ever, and how many it verifies after that. Whoever asks for tokens that live longer
     * than the latter finds that they do not.
     */
    public record Keys(
            @Allowed(to = 3650) int lifetimeDays,
            @Allowed(from = 1, to = 3650) int overlapDays) {}

    /** What people may do by themselves. */
    public record Actions(boolean deleteSelf, boolean createOrganization) {}

    /**
     * What hosted and prebuilt components show; URLs are absolute or empty, an empty application name is the application's own.
     */
    public record Display(
            String applicationName,
            @Allowed(url = true) String logoImageUrl,
            @Allowed(url = true) String faviconImageUrl,
            @Allowed(url = true) String logoLinkUrl,
            @Allowed(url = true) String homeUrl,
            @Allowed(url = true) String signInUrl,
            @Allowed(url = true) String signUpUrl,
            @Allowed(url = true) String userProfileUrl,
            @Allowed(url = true) String afterSignInUrl,
            @Allowed(url = true) String afterSignUpUrl,
            @Allowed(url = true) String afterSignOutOneUrl,
            @Allowed(url = true) String afterSignOutAllUrl,
            @Allowed(url = true) String afterSwitchSessionUrl,
            String supportEmail,
            @Allowed(url = true) String helpUrl,
            @Allowed(url = true) String termsUrl,
            @Allowed(url = true) String privacyPolicyUrl,
            boolean branded,
            boolean showDevmodeWarning,
            Theme theme) {

        static Display defaults(boolean development) {
            return new Display(
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    false,
                    development,
                    Theme.DEFAULT);
        }
    }

    /** The colours of messages, {@code #rrggbb}: that of buttons and of what is written on them. */
    public record Theme(
            @Allowed(color = true) String primaryColor,
            @Allowed(color = true) String buttonTextColor) {

        static final Theme DEFAULT = new Theme("#2f3037", "#ffffff");
    }
}
