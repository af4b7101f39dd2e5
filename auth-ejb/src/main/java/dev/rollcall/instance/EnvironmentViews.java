package dev.rollcall.instance;

import dev.rollcall.instance.AuthConfigView.NativeSettings;
import dev.rollcall.instance.EnvironmentView.ApiKeysSettings;
import dev.rollcall.instance.EnvironmentView.CommerceSettings;
import dev.rollcall.instance.EnvironmentView.FraudSettings;
import dev.rollcall.instance.EnvironmentView.OrganizationSettings;
import dev.rollcall.instance.EnvironmentView.ProtectConfig;
import dev.rollcall.instance.InstanceSettings.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Derives the environment from an instance's settings. What Rollcall does not do is said to be off. */
@ApplicationScoped
public class EnvironmentViews {

    /** The environment, in full. */
    public EnvironmentView of(Instance instance) {
        return new EnvironmentView(
                authConfig(instance),
                displayConfig(instance),
                UserSettingsViews.of(instance.settings()),
                OrganizationSettings.of(instance.settings().organizations()),
                FraudSettings.OFF,
                CommerceSettings.OFF,
                ApiKeysSettings.OFF,
                ProtectConfig.NONE,
                false,
                false,
                false);
    }

    private static AuthConfigView authConfig(Instance instance) {
        var settings = instance.settings();
        var attributes = settings.attributes();
        var email = attributes.emailAddress();
        return new AuthConfigView(
                "auth_config",
                instance.id().replaceFirst("^ins_", "aconf_"),
                state(attributes.firstName()),
                state(attributes.lastName()),
                state(email),
                state(attributes.phoneNumber()),
                state(attributes.username()),
                state(attributes.password()),
                requirements(attributes),
                identifiers(attributes),
                firstFactors(attributes),
                secondFactors(attributes),
                email.enabled() ? email.verifications() : List.of(),
                settings.session().singleSessionMode(),
                false,
                settings.testMode(),
                instance.isDevelopment(),
                null,
                settings.session().reverification(),
                new NativeSettings("native_settings", true, settings.signIn().trustedDevices(), false, false));
    }

    private static DisplayConfigView displayConfig(Instance instance) {
        var display = instance.settings().display();
        var name = instance.shownName();
        return new DisplayConfigView(
                "display_config",
                instance.id().replaceFirst("^ins_", "display_config_"),
                instance.type().name().toLowerCase(Locale.ROOT),
                name,
                JsonValue.EMPTY_JSON_OBJECT,
                instance.settings().signIn().preferredStrategy(),
                instance.logoImageUrl(),
                instance.faviconImageUrl(),
                home(instance, display.homeUrl()),
                page(instance, display.signInUrl(), "/sign-in"),
                page(instance, display.signUpUrl(), "/sign-up"),
                page(instance, display.userProfileUrl(), "/user"),
                page(instance, display.waitlistUrl(), "/waitlist"),
                "",
                display.afterSignInUrl(),
                display.afterSignUpUrl(),
                display.afterSignOutOneUrl(),
                display.afterSignOutAllUrl(),
                display.afterSwitchSessionUrl(),
                display.afterJoinWaitlistUrl(),
                "",
                "",
                "",
                "",
                display.logoLinkUrl(),
                display.supportEmail(),
                display.branded(),
                false,
                display.clerkJsVersion().isEmpty() ? null : display.clerkJsVersion(),
                display.showDevmodeWarning(),
                null,
                display.helpUrl(),
                display.privacyPolicyUrl(),
                display.termsUrl(),
                instance.logoImageUrl(),
                instance.faviconImageUrl(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }

    /** An app without a page of its own for it has ours: without an address, its buttons and redirects would lead nowhere. */
    private static String page(Instance instance, String configured, String hosted) {
        return configured.isEmpty() ? instance.baseUrl() + hosted : configured;
    }

    /** An app in production is at home on its domain; where one in development runs, nobody knows. */
    private static String home(Instance instance, String configured) {
        return configured.isEmpty() && !instance.isDevelopment() ? "https://" + instance.domain() : configured;
    }

    private static String state(Attribute attribute) {
        if (!attribute.enabled()) {
            return "off";
        }
        return attribute.required() ? "required" : "on";
    }

    /** Each inner list are identifiers of which one is wanted. */
    private static List<List<String>> requirements(InstanceSettings.Attributes attributes) {
        var required = Stream.of(
                        attributes.emailAddress().required() ? "email_address" : "",
                        attributes.phoneNumber().required() ? "phone_number" : "",
                        attributes.username().required() ? "username" : "")
                .filter(name -> !name.isEmpty())
                .map(List::of)
                .toList();
        return required.isEmpty() ? List.of(identifiers(attributes)) : required;
    }

    private static List<String> identifiers(InstanceSettings.Attributes attributes) {
        var identifiers = new ArrayList<String>();
        if (attributes.emailAddress().enabled()) {
            identifiers.add("email_address");
        }
        if (attributes.phoneNumber().enabled()) {
            identifiers.add("phone_number");
        }
        if (attributes.username().enabled()) {
            identifiers.add("username");
        }
        return List.copyOf(identifiers);
    }

    private static List<String> secondFactors(InstanceSettings.Attributes attributes) {
        return Stream.of(attributes.phoneNumber(), attributes.authenticatorApp(), attributes.backupCode())
                .filter(attribute -> attribute.enabled() && attribute.usedForSecondFactor())
                .flatMap(attribute -> attribute.secondFactors().stream())
                .toList();
    }

    private static List<String> firstFactors(InstanceSettings.Attributes attributes) {
        var factors = new ArrayList<String>();
        if (attributes.password().enabled()) {
            factors.add("password");
        }
        if (attributes.emailAddress().enabled()) {
            factors.addAll(attributes.emailAddress().firstFactors());
        }
        if (attributes.phoneNumber().enabled()) {
            factors.addAll(attributes.phoneNumber().firstFactors());
        }
        return List.copyOf(factors);
    }
}
