package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications, instances and their settings as an operator manages them. */
class PlatformIT {

    private final Operator operator = Operator.platform();

    @Test
    void anApplicationHasTheInstancesThatWereAskedFor() {
        var created = operator.post(
                        "/v1/platform/applications",
                        Map.of(
                                "name",
                                "Bakery",
                                "domain",
                                "bakery-" + UUID.randomUUID() + ".example.org",
                                "environment_types",
                                List.of("development", "production")))
                .ok();
        var path = "/v1/platform/applications/" + created.text("/application_id");

        assertThat(created.text("/name")).isEqualTo("Bakery");
        assertThat(created.at("/instances").findValuesAsText("environment_type"))
                .containsExactlyInAnyOrder("development", "production");
        assertThat(created.at("/instances").findValuesAsText("publishable_key"))
                .allMatch(key -> key.matches("pk_(test|live)_.+"));
        assertThat(operator.get(path).ok().at("/instances").findValues("secret_key"))
                .as("keys are shown only on demand")
                .isEmpty();
        assertThat(operator.get(path + "?include_secret_keys=true")
                        .ok()
                        .at("/instances")
                        .findValuesAsText("secret_key"))
                .allMatch(key -> key.matches("sk_(test|live)_.+"));
        assertThat(operator.get("/v1/platform/applications").ok().json().findValuesAsText("application_id"))
                .contains(created.text("/application_id"));

        assertThat(operator.delete(path).ok().at("/deleted").asBoolean()).isTrue();
        operator.get(path).refused(404, "resource_not_found");
        operator.delete(path).refused(404, "resource_not_found");
    }

    @Test
    void theKeysOfADeletedApplicationOpenNothing() {
        var app = operator.development();
        app.backend().get("/v1/users").ok();
        operator.delete("/v1/platform/applications/" + app.applicationId()).ok();
        assertThat(app.backend().get("/v1/users").status()).isEqualTo(401);
    }

    @Test
    void anApplicationNeedsAName() {
        var refused = operator.post("/v1/platform/applications", Map.of());
        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.text("/errors/0/meta/param_name")).isEqualTo("name");
    }

    @Test
    void aSettingIsChangedWithoutTouchingTheOthers() {
        var config = Operator.configOf(operator.development());
        var before = operator.get(config).ok();
        var changed = operator.patch(config, Map.of("password", Map.of("min_length", 12)))
                .ok();
        var after = operator.get(config).ok();

        assertThat(changed.at("/after/password/min_length").asInt()).isEqualTo(12);
        assertThat(changed.at("/before/password/min_length").asInt())
                .isEqualTo(before.at("/password/min_length").asInt());
        assertThat(after.at("/password/min_length").asInt()).isEqualTo(12);
        assertThat(after.at("/password/max_length")).isEqualTo(before.at("/password/max_length"));
        assertThat(after.at("/session")).isEqualTo(before.at("/session"));
        assertThat(after.text("/config_version")).isNotEqualTo(before.text("/config_version"));
    }

    @Test
    void aDryRunChangesNothing() {
        var config = Operator.configOf(operator.development());
        var before = operator.get(config).ok();
        var tried = operator.patch(config + "?dry_run=true", Map.of("password", Map.of("min_length", 20)))
                .ok();

        assertThat(tried.at("/dry_run").asBoolean()).isTrue();
        assertThat(tried.at("/after/password/min_length").asInt()).isEqualTo(20);
        assertThat(operator.get(config).ok().json()).isEqualTo(before.json());
    }

    @Test
    void whoSawAnOlderVersionDoesNotOverwriteANewerOne() {
        var config = Operator.configOf(operator.development());
        var seen = operator.get(config).ok().text("/config_version");
        operator.patch(config, Map.of("password", Map.of("min_length", 10)), "If-Match", seen)
                .ok();

        assertThat(operator.patch(config, Map.of("password", Map.of("min_length", 11)), "If-Match", seen)
                        .status())
                .isEqualTo(409);
        assertThat(operator.get(config).ok().at("/password/min_length").asInt()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}.{1} = {2} is refused by name")
    @CsvSource({
        "password, min_length, 3",
        "password, min_length, many",
        "password, shoe_size, 43",
        "shoes, size, 43",
        "session, lifetime_seconds, -1",
        "sign_up, mode, sometimes",
        "username, min_length, 100",
    })
    void anUnknownOrInvalidSettingIsRefusedByName(String section, String setting, String value) {
        var config = Operator.configOf(operator.development());
        var before = operator.get(config).ok().json();
        Object typed = value.matches("-?\\d+") ? Integer.valueOf(value) : value;
        var refused = operator.patch(config, Map.of(section, Map.of(setting, typed)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/meta/param_name")).startsWith(section);
        assertThat(operator.get(config).ok().json()).isEqualTo(before);
    }

    @Test
    void theSettingsMeetTheSchemaThatIsGivenForThem() {
        var config = Operator.configOf(operator.development());
        var settings = (ObjectNode) operator.get(config).ok().json();
        settings.remove("config_version");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(operator.get(config + "/schema").ok().json());
        assertThat(schema.validate(settings)).isEmpty();
        settings.withObject("/password").put("min_length", 3);
        settings.put("shoe_size", 43);
        assertThat(schema.validate(settings)).hasSize(2);

        assertThat(operator.get(config + "/schema?keys=password&keys=session")
                        .ok()
                        .at("/properties"))
                .hasSize(2);
        operator.get(config + "?keys=shoes").refused(400, "config_key_unknown");
    }

    @Test
    void aSettingTakesEffect() {
        var app = operator.configure(operator.development(), Map.of("password", Map.of("min_length", 15)));
        app.browser()
                .post("/v1/client/sign_ups", "email_address", Tenant.freshEmail(), "password", "fourteen-Ch4rs")
                .refused(422, "form_password_length_too_short", "password");
    }

    @Test
    void withoutATokenThereIsNothing() {
        for (var token : new String[] {"", "nobody", Rollcall.standard().secretKey()}) {
            assertThat(new Operator(token).get("/v1/platform/applications").status())
                    .isIn(401, 403);
        }
    }

    @Test
    void anEnvironmentTypeNamesAnInstanceToo() {
        var app = operator.development();
        operator.get("/v1/platform/applications/" + app.applicationId() + "/instances/development/config")
                .ok();
        operator.get("/v1/platform/applications/" + app.applicationId() + "/instances/production/config")
                .refused(404, "resource_not_found");
    }
}
