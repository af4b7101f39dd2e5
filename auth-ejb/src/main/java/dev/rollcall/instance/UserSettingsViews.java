package dev.rollcall.instance;

import dev.rollcall.instance.InstanceSettings.Attribute;
import dev.rollcall.instance.UserSettingsView.Actions;
import dev.rollcall.instance.UserSettingsView.AttackProtection;
import dev.rollcall.instance.UserSettingsView.AttributeView;
import dev.rollcall.instance.UserSettingsView.AttributesView;
import dev.rollcall.instance.UserSettingsView.EmailLink;
import dev.rollcall.instance.UserSettingsView.Enabled;
import dev.rollcall.instance.UserSettingsView.EnterpriseSso;
import dev.rollcall.instance.UserSettingsView.PasskeySettings;
import dev.rollcall.instance.UserSettingsView.PasswordSettings;
import dev.rollcall.instance.UserSettingsView.Restrictions;
import dev.rollcall.instance.UserSettingsView.SecondFactor;
import dev.rollcall.instance.UserSettingsView.SignIn;
import dev.rollcall.instance.UserSettingsView.SignUp;
import dev.rollcall.instance.UserSettingsView.UserLockout;
import dev.rollcall.instance.UserSettingsView.UsernameSettings;
import jakarta.json.JsonValue;
import java.util.List;

/** The part of the environment about users. */
final class UserSettingsViews {

    private static final long SECONDS_A_MINUTE = 60;
    private static final Enabled OFF = new Enabled(false);

    private UserSettingsViews() {}

    static UserSettingsView of(InstanceSettings settings) {
        var signUp = settings.signUp();
        var username = settings.username();
        var actions = settings.actions();
        return new UserSettingsView(
                attributes(settings),
                JsonValue.EMPTY_JSON_OBJECT,
                OFF,
                new EnterpriseSso(false, false),
                new SignIn(new SecondFactor(settings.signIn().secondFactorRequired())),
                new SignUp(false, "smart", false, true, signUp.mode(), signUp.legalConsentEnabled()),
                restrictions(settings.restrictions()),
                passwords(settings.password()),
                new UsernameSettings(
                        username.minLength(),
                        username.maxLength(),
                        username.allowExtendedSpecialCharacters(),
                        username.allowNumericUsernames()),
                new Actions(actions.deleteSelf(), actions.createOrganization(), null),
                attackProtection(settings),
                passkeys(settings.passkey()));
    }

    private static Restrictions restrictions(InstanceSettings.Restrictions set) {
        return new Restrictions(
                new Enabled(set.allowlist()),
                new Enabled(set.blocklist()),
                new Enabled(set.allowlistBlocklistDisabledOnSignIn()),
                new Enabled(set.blockEmailSubaddresses()),
                new Enabled(set.blockDisposableEmailDomains()));
    }

    private static AttackProtection attackProtection(InstanceSettings settings) {
        var protection = settings.protection();
        var lockout = protection.lockout();
        return new AttackProtection(
                new UserLockout(
                        lockout.enabled(),
                        lockout.maxAttempts(),
                        Math.toIntExact((lockout.durationSeconds() + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE)),
                OFF,
                new EmailLink(settings.verification().linkRequiresSameClient()),
                new Enabled(protection.enumerationProtection()));
    }

    private static AttributesView attributes(InstanceSettings settings) {
        var attributes = settings.attributes();
        return new AttributesView(
                attribute(attributes.emailAddress()),
                attribute(attributes.phoneNumber()).with(channels(settings)),
                attribute(attributes.username()),
                attribute(attributes.web3Wallet()),
                attribute(attributes.firstName()),
                attribute(attributes.lastName()),
                attribute(attributes.password()),
                attribute(attributes.authenticatorApp()),
                attribute(Attribute.OFF),
                attribute(attributes.backupCode()),
                attribute(attributes.passkey()));
    }

    /** The ways to a phone, where there is another than the usual one. Clients read them; their specification does not know them. */
    private static List<String> channels(InstanceSettings settings) {
        var channels = settings.communication().phoneCodeChannels();
        boolean usual = !settings.attributes().phoneNumber().enabled() || channels.equals(List.of("sms"));
        return usual ? null : channels;
    }

    /** An attribute that is off is good for nothing, whatever was set while it was on. */
    private static AttributeView attribute(Attribute attribute) {
        boolean on = attribute.enabled();
        return new AttributeView(
                on,
                on && attribute.required(),
                on && attribute.usedForFirstFactor(),
                on ? attribute.firstFactors() : List.of(),
                on && attribute.usedForSecondFactor(),
                on ? attribute.secondFactors() : List.of(),
                on ? attribute.verifications() : List.of(),
                on && attribute.verifyAtSignUp(),
                false,
                null);
    }

    private static PasskeySettings passkeys(InstanceSettings.Passkey passkey) {
        return new PasskeySettings(
                passkey.allowAutofill(), passkey.showSignInButton(), passkey.satisfiesSecondFactor());
    }

    private static PasswordSettings passwords(InstanceSettings.Password password) {
        return new PasswordSettings(
                !password.checkBreaches(),
                false,
                password.minLength(),
                password.maxLength(),
                password.requireSpecialChar(),
                password.requireNumbers(),
                password.requireUppercase(),
                password.requireLowercase(),
                password.showZxcvbn(),
                password.minZxcvbnStrength(),
                password.enforceOnSignIn(),
                InstanceSettings.Password.SPECIAL_CHARACTERS);
    }
}
