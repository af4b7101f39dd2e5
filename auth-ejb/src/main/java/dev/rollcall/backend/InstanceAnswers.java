package dev.rollcall.backend;

import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import java.util.List;
import java.util.Locale;

/** How an instance and the parts of its settings look to the app's server. */
public final class InstanceAnswers {

    private InstanceAnswers() {}

    /** The instance itself; a workspace is nothing that Rollcall has. */
    public record Details(
            String object, String id, String environmentType, List<String> allowedOrigins, String workspaceId) {

        static Details of(Instance instance) {
            var type = instance.type().name().toLowerCase(Locale.ROOT);
            var origins = instance.settings().origins().allowed();
            return new Details("instance", instance.id(), type, origins, null);
        }
    }

    /** Who is kept out. */
    public record Restrictions(
            String object,
            boolean allowlist,
            boolean blocklist,
            boolean allowlistBlocklistDisabledOnSignIn,
            boolean blockEmailSubaddresses,
            boolean blockDisposableEmailDomains) {

        static Restrictions of(InstanceSettings settings) {
            var set = settings.restrictions();
            return new Restrictions(
                    "instance_restrictions",
                    set.allowlist(),
                    set.blocklist(),
                    set.allowlistBlocklistDisabledOnSignIn(),
                    set.blockEmailSubaddresses(),
                    set.blockDisposableEmailDomains());
        }
    }

    /** Clerk's own service against fraud, which Rollcall has not. */
    public record Protect(String object, boolean rulesEnabled, boolean specterEnabled, boolean checksBypassed) {

        static final Protect NONE = new Protect("instance_protect", false, false, false);
    }

    /** Which countries get no text messages. */
    public record Communication(String object, List<String> blockedCountryCodes) {

        static Communication of(InstanceSettings settings) {
            return new Communication(
                    "instance_communication", settings.communication().blockedCountryCodes());
        }
    }

    /** How applications that trust us are admitted. */
    public record OauthApplications(
            String object,
            boolean dynamicOauthClientRegistration,
            List<String> defaultScopes,
            boolean oauthJwtAccessTokens,
            boolean clientIdMetadataDocumentsAdvertised,
            boolean clientIdMetadataDocumentsOnlyAllowPreRegisteredClients,
            boolean clientIdMetadataDocumentsBlockImplicitlyAllowedClients) {

        static OauthApplications of(InstanceSettings settings) {
            var set = settings.oauthApplications();
            return new OauthApplications(
                    "oauth_application_settings",
                    set.dynamicClientRegistration(),
                    set.defaultScopes(),
                    set.jwtAccessTokens(),
                    set.clientIdMetadataDocumentsAdvertised(),
                    set.clientIdMetadataDocumentsOnlyAllowPreRegisteredClients(),
                    set.clientIdMetadataDocumentsBlockImplicitlyAllowedClients());
        }
    }

    /** How organizations are; the limits are those that Clerk's clients know. */
    public record Organizations(
            String object,
            boolean enabled,
            int maxAllowedMemberships,
            int maxAllowedRoles,
            int maxRoleSetsAllowed,
            int maxAllowedDomains,
            String creatorRole,
            boolean adminDeleteEnabled,
            boolean domainsEnabled,
            boolean slugDisabled,
            List<String> domainsEnrollmentModes,
            String domainsDefaultRole,
            String initialRoleSetKey) {

        private static final int MOST = 10;

        static Organizations of(InstanceSettings settings) {
            var set = settings.organizations();
            return new Organizations(
                    "organization_settings",
                    set.enabled(),
                    set.maxAllowedMemberships(),
                    MOST,
                    1,
                    MOST,
                    set.creatorRole(),
                    set.adminDeleteEnabled(),
                    set.domainsEnabled(),
                    set.slugDisabled(),
                    set.domainsEnrollmentModes(),
                    set.domainsDefaultRole(),
                    null);
        }
    }

    /** What the beta features show of the settings. */
    public record AuthConfig(
            String object,
            String id,
            boolean restrictedToAllowlist,
            String fromEmailAddress,
            boolean progressiveSignUp,
            boolean enhancedEmailDeliverability) {

        static AuthConfig of(String instanceId, InstanceSettings settings) {
            return new AuthConfig(
                    "instance_settings",
                    instanceId,
                    settings.restrictions().allowlist(),
                    settings.communication().fromEmailName(),
                    true,
                    false);
        }
    }
}
