package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.ConfigService;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an app's server reads and changes of its instance's settings. What would be believed and not done is refused. */
@Stateless
public class InstanceAdmin {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Inject
    private ConfigService config;

    /** The instance. */
    public InstanceAnswers.Details get(Instance instance) {
        return InstanceAnswers.Details.of(instance);
    }

    /**
     * Changes what belongs to no other operation. {@code hibp} says whether common passwords are refused: the list is the server's own, and
     * nobody else is asked.
     */
    public void update(Instance instance, Input body) {
        body.only(Set.of(
                "test_mode",
                "hibp",
                "support_email",
                "clerk_js_version",
                "development_origin",
                "allowed_origins",
                "cookieless_dev",
                "url_based_session_syncing",
                "preferred_sign_in_strategy_when_password_required"));
        only(body, "cookieless_dev", instance.isDevelopment());
        only(body, "url_based_session_syncing", instance.isDevelopment());
        var patch = new SettingsPatch(body)
                .flag("test_mode", "test_mode")
                .flag("hibp", "password.refuse_common")
                .text("support_email", "display.support_email")
                .text("clerk_js_version", "display.clerk_js_version")
                .text("development_origin", "origins.development")
                .texts("allowed_origins", "origins.allowed");
        var strategy =
                body.text("preferred_sign_in_strategy_when_password_required").filter(s -> !s.isEmpty());
        if (body.has("preferred_sign_in_strategy_when_password_required")) {
            patch.set(
                    "preferred_sign_in_strategy_when_password_required",
                    "sign_in.preferred_strategy",
                    Json.createValue(strategy.orElse("password")));
        }
        change(instance, patch);
    }

    /** Changes who is kept out. */
    public InstanceAnswers.Restrictions updateRestrictions(Instance instance, Input body) {
        var fields = List.of(
                "allowlist",
                "blocklist",
                "allowlist_blocklist_disabled_on_sign_in",
                "block_email_subaddresses",
                "block_disposable_email_domains");
        body.only(Set.copyOf(fields));
        var patch = new SettingsPatch(body);
        fields.forEach(field -> patch.flag(field, "restrictions." + field));
        return InstanceAnswers.Restrictions.of(change(instance, patch));
    }

    /** What Clerk's service against fraud does here: nothing. */
    public InstanceAnswers.Protect protect() {
        return InstanceAnswers.Protect.NONE;
    }

    /** Takes no for an answer. */
    public InstanceAnswers.Protect updateProtect(Input body) {
        body.only(Set.of("rules_enabled", "specter_enabled"));
        only(body, "rules_enabled", false);
        only(body, "specter_enabled", false);
        return InstanceAnswers.Protect.NONE;
    }

    /** Which countries get no text messages. */
    public InstanceAnswers.Communication communication(Instance instance) {
        return InstanceAnswers.Communication.of(instance.settings());
    }

    /** Replaces the list of those countries, if there is one; codes of no country are dropped. */
    public InstanceAnswers.Communication updateCommunication(Instance instance, Input body) {
        body.only(Set.of("blocked_country_codes"));
        var field = "blocked_country_codes";
        var codes = body.list(field);
        if (codes.stream().anyMatch(code -> !code.matches("[A-Z]{2}"))
                || Set.copyOf(codes).size() < codes.size()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(field)
                    .saying(field + " must hold upper-case codes of ISO 3166-1 alpha-2, each once.");
        }
        var patch = new SettingsPatch(body);
        if (body.has(field) && body.document().get(field) instanceof jakarta.json.JsonArray) {
            var known = codes.stream().filter(COUNTRIES::contains).toList();
            patch.set(
                    field,
                    "communication." + field,
                    Json.createArrayBuilder(known).build());
        }
        return InstanceAnswers.Communication.of(change(instance, patch));
    }

    /** How applications that trust us are admitted. */
    public InstanceAnswers.OauthApplications oauthApplications(Instance instance) {
        return InstanceAnswers.OauthApplications.of(instance.settings());
    }

    /** Changes that. */
    public InstanceAnswers.OauthApplications updateOauthApplications(Instance instance, Input body) {
        var documents = List.of(
                "client_id_metadata_documents_advertised",
                "client_id_metadata_documents_only_allow_pre_registered_clients",
                "client_id_metadata_documents_block_implicitly_allowed_clients");
        body.only(Set.of(
                "dynamic_oauth_client_registration",
                "default_scopes",
                "oauth_jwt_access_tokens",
                documents.get(0),
                documents.get(1),
                documents.get(2)));
        var patch = new SettingsPatch(body)
                .flag("dynamic_oauth_client_registration", "oauth_applications.dynamic_client_registration")
                .texts("default_scopes", "oauth_applications.default_scopes")
                .flag("oauth_jwt_access_tokens", "oauth_applications.jwt_access_tokens");
        documents.forEach(field -> patch.flag(field, "oauth_applications." + field));
        return InstanceAnswers.OauthApplications.of(change(instance, patch));
    }

    /** How organizations are. */
    public InstanceAnswers.Organizations organizations(Instance instance) {
        return InstanceAnswers.Organizations.of(instance.settings());
    }

    /** Changes that. A role is named by its key. */
    public InstanceAnswers.Organizations updateOrganizations(Instance instance, Input body) {
        var flags = List.of("enabled", "admin_delete_enabled", "domains_enabled", "slug_disabled");
        body.only(Set.of(
                flags.get(0),
                flags.get(1),
                flags.get(2),
                flags.get(3),
                "max_allowed_memberships",
                "domains_enrollment_modes",
                "creator_role_id",
                "domains_default_role_id"));
        var patch = new SettingsPatch(body);
        flags.forEach(field -> patch.flag(field, "organizations." + field));
        patch.number("max_allowed_memberships", "organizations.max_allowed_memberships")
                .texts("domains_enrollment_modes", "organizations.domains_enrollment_modes")
                .text("creator_role_id", "organizations.creator_role")
                .text("domains_default_role_id", "organizations.domains_default_role");
        return InstanceAnswers.Organizations.of(change(instance, patch));
    }

    /** The settings among the beta features. */
    public InstanceAnswers.AuthConfig updateAuthConfig(Instance instance, Input body) {
        body.only(Set.of("restricted_to_allowlist", "from_email_address", "progressive_sign_up", "test_mode"));
        only(body, "progressive_sign_up", true);
        var patch = new SettingsPatch(body)
                .flag("restricted_to_allowlist", "restrictions.allowlist")
                .text("from_email_address", "communication.from_email_name")
                .flag("test_mode", "test_mode");
        return InstanceAnswers.AuthConfig.of(instance.id(), change(instance, patch));
    }

    private InstanceSettings change(Instance instance, SettingsPatch patch) {
        return patch.apply(document -> config.change(instance, document));
    }

    /** What is one way here, and cannot be another. */
    private static void only(Input body, String field, boolean way) {
        body.flag(field).filter(wanted -> wanted != way).ifPresent(other -> {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(field)
                    .saying(field + " is always " + way + " on this instance.");
        });
    }
}
