package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance's settings as the app's server reads and changes them. */
class InstanceSettingsIT {

    private static final Operator OPERATOR = Operator.platform();

    private final Tenant app = OPERATOR.development();

    @Test
    void theInstanceIsTheOneOfTheKey() {
        var instance = app.backend().get("/v1/instance").ok();
        assertThat(instance.text("/id")).isEqualTo(app.instanceId());
        assertThat(instance.text("/environment_type")).isEqualTo("development");
        assertThat(instance.at("/allowed_origins")).isEmpty();
        assertThat(instance.at("/workspace_id").isNull()).isTrue();
    }

    @Test
    void whatIsChangedShowsWhereClientsLook() {
        changed(Map.of(
                "test_mode", false,
                "hibp", false,
                "support_email", "help@example.com",
                "clerk_js_version", "6.29.3",
                "development_origin", "http://localhost:3000",
                "url_based_session_syncing", true,
                "preferred_sign_in_strategy_when_password_required", "otp"));

        var environment = app.browser().get("/v1/environment").ok();
        assertThat(environment.at("/auth_config/test_mode").asBoolean()).isFalse();
        assertThat(environment.text("/display_config/support_email")).isEqualTo("help@example.com");
        assertThat(environment.text("/display_config/clerk_js_version")).isEqualTo("6.29.3");
        assertThat(environment.text("/display_config/preferred_sign_in_strategy"))
                .isEqualTo("otp");
        app.backend().createUser(Tenant.freshEmail(), "password123");

        changed(Map.of("hibp", true, "preferred_sign_in_strategy_when_password_required", ""));
        app.backend()
                .post("/v1/users", Map.of("email_address", List.of(Tenant.freshEmail()), "password", "password123"))
                .refused(422, "form_password_pwned", "password");
        var nothing = new HashMap<String, Object>();
        nothing.put("support_email", null);
        nothing.put("test_mode", null);
        changed(nothing);
        var after = app.browser().get("/v1/environment").ok();
        assertThat(after.text("/display_config/preferred_sign_in_strategy")).isEqualTo("password");
        assertThat(after.text("/display_config/support_email")).isEmpty();
        assertThat(after.at("/auth_config/test_mode").asBoolean())
                .as("null says nothing of a flag")
                .isFalse();
    }

    @ParameterizedTest(name = "PATCH {0} {1} = {2} is refused by that name")
    @CsvSource({
        "/v1/instance, cookieless_dev, false",
        "/v1/instance, url_based_session_syncing, false",
        "/v1/instance, support_email, 7",
        "/v1/instance, test_mode, perhaps",
        "/v1/instance, shoe_size, 43",
        "/v1/instance/restrictions, allowlist, 7",
        "/v1/instance/protect, rules_enabled, true",
        "/v1/instance/protect, specter_enabled, true",
        "/v1/instance/organization_settings, enabled, true",
        "/v1/instance/organization_settings, max_allowed_memberships, -1",
        "/v1/instance/organization_settings, creator_role_id, boss",
        "/v1/instance/oauth_application_settings, dynamic_oauth_client_registration, true",
        "/v1/instance/oauth_application_settings, client_id_metadata_documents_advertised, true",
        "/v1/instance/communication, blocked_country_codes, de",
        "/v1/beta_features/instance_settings, progressive_sign_up, false",
        "/v1/beta_features/instance_settings, from_email_address, no@dots",
    })
    void whatCannotBeHadIsRefusedByName(String path, String field, String value) {
        Object typed = value.matches("true|false")
                ? Boolean.valueOf(value)
                : value.matches("-?\\d+") ? Integer.valueOf(value) : value;
        var refused = app.backend().patch(path, Map.of(field, typed));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/meta/param_name")).isEqualTo(field);
        assertThat(refused.text("/errors/0/long_message")).startsWith(field);
    }

    @Test
    void partsThatAreOffAnswerSo() {
        assertThat(app.backend()
                        .patch("/v1/instance/restrictions", Map.of("allowlist", false))
                        .ok()
                        .at("/allowlist")
                        .asBoolean())
                .isFalse();
        assertThat(app.backend()
                        .patch("/v1/instance/restrictions", Map.of("allowlist_blocklist_disabled_on_sign_in", true))
                        .ok()
                        .at("/allowlist_blocklist_disabled_on_sign_in")
                        .asBoolean())
                .isTrue();
        assertThat(app.backend()
                        .get("/v1/instance/protect")
                        .ok()
                        .at("/rules_enabled")
                        .asBoolean())
                .isFalse();
        app.backend()
                .patch("/v1/instance/protect", Map.of("rules_enabled", false))
                .ok();
    }

    @Test
    void countriesThatGetNoTextMessagesAreReplacedAsAList() {
        var path = "/v1/instance/communication";
        assertThat(app.backend().get(path).ok().at("/blocked_country_codes")).isEmpty();
        var set = app.backend()
                .patch(path, Map.of("blocked_country_codes", List.of("KP", "ZZ", "RU")))
                .ok();
        assertThat(set.at("/blocked_country_codes").toString()).isEqualTo("[\"KP\",\"RU\"]");
        app.backend().patch(path, Map.of()).ok();
        assertThat(app.backend().get(path).ok().at("/blocked_country_codes")).hasSize(2);
        app.backend()
                .patch(path, Map.of("blocked_country_codes", List.of("RU", "RU")))
                .refused(422, "form_param_format_invalid", "blocked_country_codes");
    }

    @Test
    void settingsOfOauthApplicationsAreKept() {
        var path = "/v1/instance/oauth_application_settings";
        assertThat(app.backend().get(path).ok().at("/default_scopes").toString())
                .contains("openid");
        app.backend()
                .patch(path, Map.of("oauth_jwt_access_tokens", true, "default_scopes", List.of("email")))
                .ok();
        var kept = app.backend().get(path).ok();
        assertThat(kept.at("/oauth_jwt_access_tokens").asBoolean()).isTrue();
        assertThat(kept.at("/default_scopes").toString()).isEqualTo("[\"email\"]");
        var reset = new HashMap<String, Object>();
        reset.put("default_scopes", null);
        assertThat(app.backend().patch(path, reset).ok().at("/default_scopes")).hasSize(3);
    }

    @Test
    void settingsOfOrganizationsShowInTheEnvironment() {
        var path = "/v1/instance/organization_settings";
        assertThat(app.backend().get(path).ok().at("/enabled").asBoolean()).isFalse();
        app.backend()
                .patch(
                        path,
                        Map.of(
                                "max_allowed_memberships",
                                17,
                                "admin_delete_enabled",
                                false,
                                "slug_disabled",
                                true,
                                "domains_enrollment_modes",
                                List.of("automatic_invitation"),
                                "creator_role_id",
                                "org:owner"))
                .ok();
        var environment = app.browser().get("/v1/environment").ok();
        assertThat(environment
                        .at("/organization_settings/max_allowed_memberships")
                        .asInt())
                .isEqualTo(17);
        assertThat(environment.at("/organization_settings/actions/admin_delete").asBoolean())
                .isFalse();
        assertThat(environment.at("/organization_settings/slug/disabled").asBoolean())
                .isTrue();
        assertThat(environment.text("/organization_settings/creator_role")).isEqualTo("org:owner");
    }

    @Test
    void mailIsFromTheNameThatTheBetaSettingsGive() {
        var set = app.backend()
                .patch("/v1/beta_features/instance_settings", Map.of("from_email_address", "hello", "test_mode", true))
                .ok();
        assertThat(set.text("/from_email_address")).isEqualTo("hello");
        assertThat(set.text("/id")).isEqualTo(app.instanceId());
        assertThat(app.backend()
                        .get("/v1/templates/email/verification_code")
                        .ok()
                        .text("/from_email_name"))
                .isEqualTo("hello");
    }

    @Test
    void anOriginThatIsAllowedMayUseAProductionInstance() {
        var live = OPERATOR.production();
        var extension = "chrome-extension://abcdefghijklmnop";
        var page = live.request("/v1/environment").header("Origin", extension).GET();
        Wire.send(page).refused(403, "origin_invalid");
        live.backend()
                .patch("/v1/instance", Map.of("allowed_origins", List.of(extension)))
                .request();
        Wire.send(page).ok();
        assertThat(live.backend()
                        .get("/v1/instance")
                        .ok()
                        .at("/allowed_origins")
                        .toString())
                .contains(extension);
        Wire.send(live.request("/v1/environment")
                        .header("Origin", extension + ".evil")
                        .GET())
                .refused(403, "origin_invalid");
        live.backend()
                .patch("/v1/instance", Map.of("allowed_origins", List.of("chrome-extension://a/path")))
                .refused(422, "form_param_value_invalid", "allowed_origins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change_domain", "beta"})
    void aProductionInstanceMovesToAnotherDomain(String way) {
        var live = OPERATOR.production();
        var moved = "moved-" + UUID.randomUUID().toString().substring(0, 8) + ".example.org";
        var user = live.backend()
                .createUser(Tenant.freshEmail(), "long-Enough-Donkey-7")
                .text("/id");

        assertThat(move(live, way, Map.of("home_url", "https://www." + moved)).status())
                .isEqualTo(202);

        var application = OPERATOR.get("/v1/platform/applications/" + live.applicationId())
                .ok();
        var key = application.text("/instances/0/publishable_key");
        assertThat(key).isNotEqualTo(live.publishableKey());
        var there = new Tenant(live.applicationId(), live.instanceId(), key, live.secretKey(), true, false);
        assertThat(there.host()).isEqualTo("clerk." + moved);
        there.backend().get("/v1/users/" + user).ok();
        Wire.send(there.request("/v1/environment").GET()).ok();
    }

    @Test
    void aDomainThatIsTakenOrNoneIsRefused() {
        var live = OPERATOR.production();
        var other = OPERATOR.production();
        move(live, "change_domain", Map.of("home_url", "https://" + other.domain()))
                .refused(422, "domain_taken", "home_url");
        for (var none : List.of("localhost", "https://user@example.com", "https://example.com:8443", "ftp://x.y")) {
            move(live, "change_domain", Map.of("home_url", none)).refused(422, "form_param_format_invalid", "home_url");
        }
        move(live, "change_domain", Map.of()).refused(422, "form_param_nil", "home_url");
        move(app, "change_domain", Map.of("home_url", "https://example.com")).refused(400, "domain_not_changeable");
    }

    @Test
    void everybodyIsSignedOutOfAnInstanceThatMoves() {
        var live = OPERATOR.production();
        var email = Tenant.freshEmail();
        live.backend().createUser(email, Browser.PASSWORD);
        var session = live.browser().signIn(email, Browser.PASSWORD);
        move(live, "change_domain", Map.of("home_url", "https://gone-" + UUID.randomUUID() + ".example.org"));
        assertThat(live.backend().get("/v1/sessions/" + session).ok().text("/status"))
                .isEqualTo("revoked");
    }

    private static Answer move(Tenant tenant, String way, Map<String, ?> body) {
        return way.equals("beta")
                ? tenant.backend().put("/v1/beta_features/domain", body)
                : tenant.backend().post("/v1/instance/change_domain", body);
    }

    private void changed(Map<String, ?> settings) {
        assertThat(app.backend().patch("/v1/instance", settings).status()).isEqualTo(204);
    }
}
