package dev.rollcall.instance;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
        Passkey passkey,
        Username username,
        Verification verification,
        Actions actions,
        Display display,
        Keys keys,
        Origins origins,
        NativeApps nativeApps,
        Restrictions restrictions,
        Organizations organizations,
        OauthApplications oauthApplications,
        Communication communication,
        Protection protection,
        Notices notices,
        boolean testMode) {

    /** What a new instance starts with: an e-mail address verified by code, and a password. */
    public static InstanceSettings defaults(EnvironmentType type) {
        boolean development = type == EnvironmentType.DEVELOPMENT;
        return new InstanceSettings(
                Attributes.defaults(),
                new SignUp("public", false),
                new SignIn("password", false, false, false),
                new Session(true, 7 * 24 * 3600L, 0, JsonValue.EMPTY_JSON_OBJECT, false),
                new Password(8, 72, false, false, false, false, false, 0, true, false, false),
                new Passkey(true, true, true, "must_not_shrink"),
                new Username(4, 64, false, false),
                new Verification(600, 3, true),
                new Actions(true, false),
                Display.defaults(development),
                new Keys(0, 30),
                new Origins(List.of(), ""),
                NativeApps.NONE,
                Restrictions.NONE,
                Organizations.OFF,
                OauthApplications.OFF,
                new Communication(List.of(), "notifications", List.of("sms")),
                Protection.defaults(development),
                new Notices(false, true, true, true),
                development);
    }

    /** One attribute of a user: whether it exists, must be given, and what it is good for. */
    public record Attribute(
            boolean enabled,
            boolean required,
            boolean usedForFirstFactor,

            @Allowed({
                "email_code",
                "email_link",
                "phone_code",
                "passkey",
                "web3_metamask_signature",
                "web3_base_signature",
                "web3_coinbase_wallet_signature",
                "web3_okx_wallet_signature",
                "web3_solana_signature"
            })
            List<String> firstFactors,

            boolean usedForSecondFactor,
            @Allowed({"totp", "backup_code", "phone_code"}) List<String> secondFactors,

            @Allowed({
                "email_code",
                "email_link",
                "phone_code",
                "passkey",
                "web3_metamask_signature",
                "web3_base_signature",
                "web3_coinbase_wallet_signature",
                "web3_okx_wallet_signature",
                "web3_solana_signature"
            })
            List<String> verifications,

            boolean verifyAtSignUp) {

        static final Attribute OFF = plain(false, false);
        static final Attribute OPTIONAL = plain(true, false);
        static final Attribute REQUIRED = plain(true, true);

        private static Attribute plain(boolean enabled, boolean required) {
            return new Attribute(enabled, required, false, List.of(), false, List.of(), List.of(), false);
        }
    }

    /** The attributes that can be set. */
    public record Attributes(
            Attribute emailAddress,
            Attribute phoneNumber,
            Attribute username,
            Attribute web3Wallet,
            Attribute firstName,
            Attribute lastName,
            Attribute password,
            Attribute authenticatorApp,
            Attribute backupCode,
            Attribute passkey) {

        static Attributes defaults() {
            var email = new Attribute(
                    true, true, true, List.of("email_code"), false, List.of(), List.of("email_code"), true);
            return new Attributes(
                    email,
                    Attribute.OFF,
                    Attribute.OFF,
                    Attribute.OFF,
                    Attribute.OPTIONAL,
                    Attribute.OPTIONAL,
                    Attribute.REQUIRED,
                    Attribute.OFF,
                    Attribute.OFF,
                    Attribute.OFF);
        }
    }

    /** Who may sign up: everybody, only who is invited, or only who has waited for it. */
    public record SignUp(
            @Allowed({"public", "restricted", "waitlist"}) String mode, boolean legalConsentEnabled) {}

    /**
     * How people sign in.
     *
     * @param preferredStrategy what components offer first
     * @param secondFactorRequired whether everybody must have a second factor; who has none yet sets it up when they sign in
     * @param clientTrust whether who signs in by password on an unknown device, and has no second factor, is sent a code
     * @param trustedDevices whether native apps may keep a key on a device that stands for its user
     */
    public record SignIn(
            @Allowed({"password", "otp"}) String preferredStrategy,
            boolean secondFactorRequired,
            boolean clientTrust,
            boolean trustedDevices) {}

    /**
     * Lifetimes in seconds, from five minutes to ten years; an inactivity timeout of 0 is none. The claims are added to session tokens,
     * with shortcodes as in templates. With reverification people prove anew who they are before they change what lets them in.
     */
    public record Session(
            boolean singleSessionMode,
            @Allowed(from = 300, to = 315_360_000) long lifetimeSeconds,
            @Allowed(to = 315_360_000) long inactivityTimeoutSeconds,
            JsonObject claims,
            boolean reverification) {}

    /**
     * What a new password must be; clients take no less than 8 and no more than 72 characters.
     *
     * @param refuseCommon whether the list of passwords that attackers try first is asked
     * @param checkBreaches whether a service that knows what was stolen elsewhere is asked, where this server has one
     * @param enforceOnSignIn whether the same is asked of a password that lets somebody in
     */
    public record Password(
            @Allowed(from = 8, to = 72) int minLength,
            @Allowed(from = 8, to = 72) int maxLength,
            boolean requireSpecialChar,
            boolean requireNumbers,
            boolean requireUppercase,
            boolean requireLowercase,
            boolean showZxcvbn,
            @Allowed(to = 4) int minZxcvbnStrength,
            boolean refuseCommon,
            boolean checkBreaches,
            boolean enforceOnSignIn) {

        /** What counts as a special character. */
        public static final String SPECIAL_CHARACTERS = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";
    }

    /**
     * Where components offer passkeys, and whether whoever signs in by one has shown two factors.
     *
     * @param signCount whether a key is still good whose counter did not grow with its use
     */
    public record Passkey(
            boolean allowAutofill,
            boolean showSignInButton,
            boolean satisfiesSecondFactor,

            @Allowed({"must_grow", "must_not_shrink", "any"})
            String signCount) {}

    /** What a user name must be. */
    public record Username(
            @Allowed(from = 4, to = 64) int minLength,
            @Allowed(from = 4, to = 64) int maxLength,
            boolean allowExtendedSpecialCharacters,
            boolean allowNumericUsernames) {}

    /**
     * How long a code or a link works, and how often a code may be tried.
     *
     * @param linkRequiresSameClient whether a link works in no browser but the one that asked for it
     */
    public record Verification(
            @Allowed(from = 60, to = 3600) long codeLifetimeSeconds,
            @Allowed(from = 1, to = 10) int maxAttempts,
            boolean linkRequiresSameClient) {}

    /**
     * How many days a signing key signs, 0 for ever, and how many it verifies after that. Whoever asks for tokens that live longer
     * than the latter finds that they do not.
     */
    public record Keys(
            @Allowed(to = 3650) int lifetimeDays,
            @Allowed(from = 1, to = 3650) int overlapDays) {}

    /** Where else apps of a production instance run, for example {@code chrome-extension://…}; and where development happens. */
    public record Origins(
            @Allowed(pattern = "[a-z][a-z0-9+.-]*://[A-Za-z0-9.:_\\[\\]-]+")
            List<String> allowed,

            @Allowed(url = true) String development) {}

    /**
     * Apps on devices to which the instance's hosts entrust links, passwords and passkeys.
     *
     * @param apple by team and bundle, for example {@code ABCDE12345.com.example.app}
     * @param android by package and the SHA-256 of a certificate that signs it, for example {@code com.example.app/AB:CD:…}; several
     *     certificates of a package are several entries
     */
    public record NativeApps(
            @Allowed(pattern = "[A-Z0-9]{10}\\.[A-Za-z0-9.-]{1,155}")
            List<String> apple,

            @Allowed(pattern = "[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+/([0-9A-F]{2}:){31}[0-9A-F]{2}")
            List<String> android) {

        static final NativeApps NONE = new NativeApps(List.of(), List.of());
    }

    /** Who is kept out: by lists, and by kinds of e-mail addresses. */
    public record Restrictions(
            boolean allowlist,
            boolean blocklist,
            boolean allowlistBlocklistDisabledOnSignIn,
            boolean blockEmailSubaddresses,
            boolean blockDisposableEmailDomains) {

        static final Restrictions NONE = new Restrictions(false, false, false, false, false);
    }

    /** How organizations are, once there are any; a limit of 0 is none. */
    public record Organizations(
            boolean enabled,
            @Allowed(to = 1_000_000) int maxAllowedMemberships,
            boolean adminDeleteEnabled,
            boolean domainsEnabled,
            boolean slugDisabled,

            @Allowed({"manual_invitation", "automatic_invitation", "automatic_suggestion"})
            List<String> domainsEnrollmentModes,

            @Allowed(pattern = "org:[a-z0-9_]{1,60}") String creatorRole,
            @Allowed(pattern = "org:[a-z0-9_]{1,60}") String domainsDefaultRole) {

        static final Organizations OFF =
                new Organizations(false, 5, true, false, false, List.of(), "org:admin", "org:member");
    }

    /** How applications that trust us are admitted, once there are any. */
    public record OauthApplications(
            boolean dynamicClientRegistration,
            @Allowed(pattern = "[!#-\\[\\]-~]{1,100}") List<String> defaultScopes,
            boolean jwtAccessTokens,
            boolean clientIdMetadataDocumentsAdvertised,
            boolean clientIdMetadataDocumentsOnlyAllowPreRegisteredClients,
            boolean clientIdMetadataDocumentsBlockImplicitlyAllowedClients) {

        static final OauthApplications OFF =
                new OauthApplications(false, List.of("openid", "profile", "email"), false, false, false, false);
    }

    /**
     * Which countries get no text messages (ISO 3166-1 alpha-2), the part before the {@code @} of the address that mail is from, and how
     * codes may go to phones.
     */
    public record Communication(
            @Allowed(pattern = "[A-Z]{2}", items = 250) List<String> blockedCountryCodes,

            @Allowed(pattern = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
            String fromEmailName,

            @Allowed({"sms", "whatsapp"}) List<String> phoneCodeChannels) {}

    /**
     * What stands between people and those who guess and flood.
     *
     * @param enumerationProtection whether nobody learns by signing in or up who has an account here
     */
    public record Protection(RateLimits rateLimits, Lockout lockout, boolean enumerationProtection) {

        static Protection defaults(boolean development) {
            return new Protection(RateLimits.defaults(development), new Lockout(true, 10, 3600), false);
        }
    }

    /** After how many wrong answers a user is locked, whoever gave them from wherever, and for how long. */
    public record Lockout(
            boolean enabled,
            @Allowed(from = 3, to = 1000) int maxAttempts,
            @Allowed(from = 60, to = 31_536_000) long durationSeconds) {}

    /** So many requests in so many seconds; no request at all means that they are not counted. */
    public record Limit(
            @Allowed(to = 1_000_000) int requests,
            @Allowed(from = 1, to = 86_400) int seconds) {

        /** So many times as many requests. */
        public Limit times(int times) {
            return new Limit(requests * times, seconds);
        }
    }

    /**
     * How often may be asked. By address: beginning a sign-in or a sign-up, having a browser remembered, answering
     * a challenge. By identifier: naming it, sending it a
     * code. By user: changing the account. By secret key: the Backend API.
     *
     * @param mode {@code server} is what {@code ROLLCALL_RATE_LIMITS} says
     */
    public record RateLimits(
            @Allowed({"server", "on", "off"}) String mode,
            Limit signIns,
            Limit signUps,
            Limit clients,
            Limit attempts,
            Limit identifier,
            Limit codes,
            Limit userChanges,
            Limit backend) {

        static RateLimits defaults(boolean development) {
            return new RateLimits(
                    "server",
                    new Limit(5, 10),
                    new Limit(5, 10),
                    new Limit(30, 60),
                    new Limit(3, 10),
                    new Limit(10, 60),
                    new Limit(10, 600),
                    new Limit(10, 10),
                    new Limit(development ? 100 : 1000, 10));
        }
    }

    /** Of what people are told by e-mail that was done to their account. */
    public record Notices(
            boolean newDeviceSignIn,
            boolean passwordChanged,
            boolean primaryEmailAddressChanged,
            boolean passkeyChanged) {}

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
            @Allowed(url = true) String waitlistUrl,
            @Allowed(url = true) String afterJoinWaitlistUrl,
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

            @Allowed(pattern = "|[0-9A-Za-z][0-9A-Za-z.+-]{0,63}")
            String clerkJsVersion,

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
                    "",
                    "",
                    false,
                    development,
                    "",
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
