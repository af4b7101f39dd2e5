package dev.rollcall.instance;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/** What a browser must know of an instance before it can show anything. Closed: a client may refuse what it does not expect. */
public record EnvironmentView(
        AuthConfigView authConfig,
        DisplayConfigView displayConfig,
        UserSettingsView userSettings,
        OrganizationSettings organizationSettings,
        FraudSettings fraudSettings,
        CommerceSettings commerceSettings,
        ApiKeysSettings apiKeysSettings,
        ProtectConfig protectConfig,
        boolean clientDebugMode,
        boolean partitionedCookies,
        boolean maintenanceMode) {

    /** Whether and how there are organizations. */
    public record OrganizationSettings(
            boolean enabled,
            int maxAllowedMemberships,
            OrganizationActions actions,
            Domains domains,
            Slug slug,
            String creatorRole) {

        static OrganizationSettings of(InstanceSettings.Organizations set) {
            return new OrganizationSettings(
                    set.enabled(),
                    set.maxAllowedMemberships(),
                    new OrganizationActions(set.adminDeleteEnabled()),
                    new Domains(set.domainsEnabled(), set.domainsEnrollmentModes(), set.domainsDefaultRole()),
                    new Slug(set.slugDisabled()),
                    set.creatorRole());
        }
    }

    public record OrganizationActions(boolean adminDelete) {}

    public record Domains(boolean enabled, List<String> enrollmentModes, String defaultRole) {}

    public record Slug(boolean disabled) {}

    /** Whether native apps must attest their device. */
    public record FraudSettings(
            String object, @JsonbProperty("native") NativeApps nativeApps) {

        static final FraudSettings OFF = new FraudSettings("fraud_settings", new NativeApps("disabled"));
    }

    public record NativeApps(String deviceAttestationMode) {}

    /**
     * Whether anything is sold. Always whole: a client that misses a part of it falls back to defaults altogether (protocol
     * §7.2).
     */
    public record CommerceSettings(Billing billing) {

        static final CommerceSettings OFF =
                new CommerceSettings(new Billing(null, true, new Plans(false, false), new Plans(false, false)));
    }

    public record Billing(
            String stripePublishableKey, boolean freeTrialRequiresPaymentMethod, Plans user, Plans organization) {}

    public record Plans(boolean enabled, boolean hasPaidPlans) {}

    /** Whether users and organizations have API keys. */
    public record ApiKeysSettings(boolean enabled, boolean userApiKeysEnabled, boolean orgsApiKeysEnabled) {

        static final ApiKeysSettings OFF = new ApiKeysSettings(false, false, false);
    }

    /** Scripts of others that a client would load: none, ever. */
    public record ProtectConfig(List<String> loaders) {

        static final ProtectConfig NONE = new ProtectConfig(List.of());
    }
}
