package dev.rollcall.instance;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/** What a user consists of here, and what people may do by themselves. */
public record UserSettingsView(
        AttributesView attributes,
        JsonObject social,
        Enabled saml,
        EnterpriseSso enterpriseSso,
        SignIn signIn,
        SignUp signUp,
        Restrictions restrictions,
        PasswordSettings passwordSettings,
        UsernameSettings usernameSettings,
        Actions actions,
        AttackProtection attackProtection,
        PasskeySettings passkeySettings) {

    /**
     * All eleven names, always: the list replaces a client's own wholesale, and components dereference its entries (protocol
     * §7.2).
     */
    public record AttributesView(
            AttributeView emailAddress,
            AttributeView phoneNumber,
            AttributeView username,
            AttributeView web3Wallet,
            AttributeView firstName,
            AttributeView lastName,
            AttributeView password,
            AttributeView authenticatorApp,
            AttributeView ticket,
            AttributeView backupCode,
            AttributeView passkey) {}

    /**
     * One attribute.
     *
     * @param channels how codes may go to phones; left out elsewhere
     */
    public record AttributeView(
            boolean enabled,
            boolean required,
            boolean usedForFirstFactor,
            List<String> firstFactors,
            boolean usedForSecondFactor,
            List<String> secondFactors,
            List<String> verifications,
            boolean verifyAtSignUp,
            boolean immutable,
            @JsonbNillable(false) List<String> channels) {

        AttributeView with(List<String> newChannels) {
            return new AttributeView(
                    enabled,
                    required,
                    usedForFirstFactor,
                    firstFactors,
                    usedForSecondFactor,
                    secondFactors,
                    verifications,
                    verifyAtSignUp,
                    immutable,
                    newChannels);
        }
    }

    public record Enabled(boolean enabled) {}

    public record EnterpriseSso(boolean enabled, boolean selfServeSso) {}

    public record SignIn(SecondFactor secondFactor) {}

    public record SecondFactor(boolean required) {}

    public record SignUp(
            boolean captchaEnabled,
            String captchaWidgetType,
            boolean customActionRequired,
            boolean progressive,
            String mode,
            boolean legalConsentEnabled) {}

    public record Restrictions(
            Enabled allowlist,
            Enabled blocklist,
            Enabled allowlistBlocklistDisabledOnSignIn,
            Enabled blockEmailSubaddresses,
            Enabled blockDisposableEmailDomains) {}

    public record PasswordSettings(
            boolean disableHibp,
            boolean disablePasswordReverification,
            int minLength,
            int maxLength,
            boolean requireSpecialChar,
            boolean requireNumbers,
            boolean requireUppercase,
            boolean requireLowercase,
            boolean showZxcvbn,
            int minZxcvbnStrength,
            boolean enforceHibpOnSignIn,
            String allowedSpecialCharacters) {}

    public record UsernameSettings(
            int minLength, int maxLength, boolean allowExtendedSpecialCharacters, boolean allowNumericUsernames) {}

    public record Actions(boolean deleteSelf, boolean createOrganization, Boolean createOrganizationsLimit) {}

    public record AttackProtection(
            UserLockout userLockout, Enabled pii, EmailLink emailLink, Enabled enumerationProtection) {}

    public record UserLockout(boolean enabled, int maxAttempts, int durationInMinutes) {}

    public record EmailLink(boolean requireSameClient) {}

    public record PasskeySettings(boolean allowAutofill, boolean showSignInButton, boolean satisfiesSecondFactor) {}
}
