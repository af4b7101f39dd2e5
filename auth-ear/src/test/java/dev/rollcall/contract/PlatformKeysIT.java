package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an operator does about the keys, the name and the domain of an application, and what happens when operators meet. */
class PlatformKeysIT {

    private final Operator operator = Operator.platform();

    @Test
    void anOldKeyWorksUntilItsTimeIsUp() {
        var app = operator.development();
        var fresh = rotate(app, 1);

        app.backend().get("/v1/jwks").ok();
        fresh.get("/v1/jwks").ok();
    }

    @Test
    void aKeyRotatedWithoutDelayOpensNothingFromThenOn() {
        var app = operator.development();
        app.backend().get("/v1/jwks").ok();
        var fresh = rotate(app, 0);

        assertThat(app.backend().get("/v1/jwks").status()).isEqualTo(401);
        fresh.get("/v1/jwks").ok();
        assertThat(operator.get(path(app) + "?include_secret_keys=true").ok().text("/instances/0/secret_key"))
                .as("operators are shown the new one")
                .isNotEqualTo(app.secretKey());
    }

    @Test
    void aNewNameShowsAtOnce() {
        var app = operator.development();
        assertThat(operator.patch(path(app), Map.of("name", "Cakes")).ok().text("/name"))
                .isEqualTo("Cakes");
        assertThat(app.browser().get("/v1/environment").ok().text("/display_config/application_name"))
                .isEqualTo("Cakes");
    }

    @Test
    void aDomainBelongsToOneInstanceAndIsFreeAfterIt() {
        var domain = "shop-" + UUID.randomUUID() + ".example.org";
        var wanted = Map.of("name", "Shop", "domain", domain, "environment_types", List.of("production"));
        var first = operator.post("/v1/platform/applications", wanted).ok();
        operator.post("/v1/platform/applications", wanted).refused(422, "domain_taken", "domain");

        operator.delete("/v1/platform/applications/" + first.text("/application_id"))
                .ok();
        operator.post("/v1/platform/applications", wanted).ok();
    }

    @Test
    void ofManyWhoSawTheSameVersionOneWins() {
        var config = Operator.configOf(operator.development());
        var seen = operator.get(config).ok().text("/config_version");
        var statuses = IntStream.range(9, 19)
                .parallel()
                .map(length -> operator.patch(config, minLength(length), "If-Match", seen)
                        .status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    }

    @Test
    void clearingASettingMustBeMeant() {
        var config = Operator.configOf(operator.development());
        var cleared = new HashMap<String, Object>();
        cleared.put("min_length", null);
        operator.patch(config, minLength(12)).ok();

        operator.patch(config, Map.of("password", cleared))
                .refused(422, "config_change_destructive", "password.min_length");
        var after = operator.patch(config + "?destructive=true", Map.of("password", cleared))
                .ok();
        assertThat(after.at("/after/password/min_length").asInt()).isEqualTo(8);
    }

    @Test
    void theSchemaSaysWhatASettingMayBe() {
        var schema = operator.get(Operator.configOf(operator.development()) + "/schema?keys=password")
                .ok();
        assertThat(schema.at("/properties").size()).isEqualTo(1);
        assertThat(schema.at("/properties/password/properties/min_length/maximum")
                        .asInt())
                .isEqualTo(72);
    }

    private Backend rotate(Tenant app, int hours) {
        var rotated = operator.post(
                        path(app) + "/rotate_secret_keys", Map.of("delay_old_secrets_expiration_hours", hours))
                .ok();
        return new Backend(rotated.text("/instances/0/secret_key"));
    }

    private static Map<String, ?> minLength(int length) {
        return Map.of("password", Map.of("min_length", length));
    }

    private static String path(Tenant app) {
        return "/v1/platform/applications/" + app.applicationId();
    }
}
