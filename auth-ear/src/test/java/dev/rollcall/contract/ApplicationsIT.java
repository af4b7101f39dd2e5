package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do with applications beyond making them: their looks, their production instances, their keys and their use. */
class ApplicationsIT {

    private static final Operator OPERATOR = Operator.platform();

    /** One picture of 1 by 1: a directory entry, and as many bytes as it announces. */
    private static final byte[] ICON =
            HexFormat.of().parseHex("000001000100" + "0101000001001800" + "0400000016000000" + "11223344");

    @Test
    void aLogoShowsInTheEnvironmentAndIsServed() throws IOException {
        var app = OPERATOR.development();
        var png = png();
        OPERATOR.upload(path(app) + "/logo", "image/png", png).ok();

        var environment = app.browser().get("/v1/environment").ok();
        var url = environment.text("/display_config/logo_image_url");
        assertThat(environment.text("/display_config/favicon_image_url")).isEmpty();
        var image = Wire.send(HttpRequest.newBuilder(URI.create(url)).GET()).ok();
        assertThat(image.body()).isEqualTo(png);
        assertThat(image.header("content-type")).isEqualTo("image/png");
        assertThat(image.header("cache-control")).contains("immutable");
        assertThat(image.header("content-security-policy")).contains("sandbox");

        OPERATOR.configure(app, Map.of("display", Map.of("logo_image_url", "https://cdn.example.com/logo.png")));
        assertThat(app.browser().get("/v1/environment").text("/display_config/logo_image_url"))
                .as("what is set for display goes first")
                .isEqualTo("https://cdn.example.com/logo.png");
        OPERATOR.configure(app, Map.of("display", Map.of("logo_image_url", "")));
        OPERATOR.upload(path(app) + "/logo", "image/png", png).ok();
        assertThat(app.browser().get("/v1/environment").text("/display_config/logo_image_url"))
                .as("another image has another address: the last one may be cached for good")
                .isNotEqualTo(url);
        assertThat(Wire.send(HttpRequest.newBuilder(URI.create(url)).GET()).status())
                .isEqualTo(404);

        OPERATOR.delete(path(app) + "/logo").ok();
        OPERATOR.delete(path(app) + "/logo").ok();
        assertThat(app.browser().get("/v1/environment").text("/display_config/logo_image_url"))
                .isEmpty();
    }

    @Test
    void aFaviconMayBeAnIconAndALogoMayNot() throws IOException {
        var app = OPERATOR.development();
        var dataUrl = "data:image/x-icon;base64," + Base64.getEncoder().encodeToString(ICON);
        OPERATOR.upload(path(app) + "/favicon", "application/octet-stream", dataUrl.getBytes(StandardCharsets.US_ASCII))
                .ok();
        var url = app.browser().get("/v1/environment").text("/display_config/favicon_image_url");
        var served = Wire.send(HttpRequest.newBuilder(URI.create(url)).GET()).ok();
        assertThat(served.header("content-type")).isEqualTo("image/x-icon");
        assertThat(served.body()).isEqualTo(ICON);
        OPERATOR.upload(path(app) + "/logo", "image/x-icon", ICON).refused(400, "request_body_invalid", "file");
        OPERATOR.upload(path(app) + "/favicon", "image/png", png()).ok();
        OPERATOR.delete(path(app) + "/favicon").ok();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "GIF8", "\0\0\1\0\1\0"
            })
    void scriptInjectionByAnImage(String content) {
        var app = OPERATOR.development();
        for (var kind : List.of("/logo", "/favicon")) {
            OPERATOR.upload(path(app) + kind, "image/png", content.getBytes(StandardCharsets.ISO_8859_1))
                    .refused(400, "request_body_invalid", "file");
        }
    }

    @Test
    void anApplicationThatIsNotThereHasNoImage() throws IOException {
        OPERATOR.upload("/v1/platform/applications/app_none/logo", "image/png", png())
                .refused(404, "resource_not_found");
        OPERATOR.delete("/v1/platform/applications/app_none/favicon").refused(404, "resource_not_found");
    }

    @Test
    void aProductionInstanceBeginsWithTheSettingsOfTheDevelopmentInstance() {
        var app = OPERATOR.development();
        OPERATOR.configure(app, Map.of("password", Map.of("min_length", 11), "test_mode", true));
        var domain = "shop-" + UUID.randomUUID() + ".example.org";
        var made = OPERATOR.post(
                path(app) + "/instances", Map.of("domain", domain, "clone_instance_id", app.instanceId()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/active_domain/name")).isEqualTo(domain);
        assertThat(made.text("/active_domain/frontend_api_url")).isEqualTo("https://clerk." + domain);
        assertThat(made.text("/active_domain/cname_targets/0/host")).isEqualTo("clerk." + domain);
        assertThat(made.text("/secret_key")).startsWith("sk_live_");
        assertThat(made.text("/publishable_key")).startsWith("pk_live_");
        new Backend(made.text("/secret_key")).get("/v1/users").ok();
        var config = OPERATOR.get(path(app) + "/instances/production/config").ok();
        assertThat(config.at("/password/min_length").asInt()).isEqualTo(11);
        assertThat(config.at("/test_mode").asBoolean()).isFalse();

        OPERATOR.post(path(app) + "/instances", Map.of("domain", "other-" + domain))
                .refused(422, "instance_exists");
        var other = OPERATOR.development();
        OPERATOR.post(path(other) + "/instances", Map.of("domain", domain)).refused(422, "domain_taken", "domain");
        OPERATOR.post(
                        path(other) + "/instances",
                        Map.of("domain", "x-" + domain, "clone_instance_id", app.instanceId()))
                .refused(422, "form_param_value_invalid", "clone_instance_id");
        OPERATOR.post(path(other) + "/instances", Map.of("domain", "x-" + domain, "environment_type", "staging"))
                .refused(422, "form_param_value_invalid", "environment_type");
        OPERATOR.post("/v1/platform/applications/app_none/instances", Map.of("domain", "x-" + domain))
                .refused(404, "resource_not_found");
    }

    @Test
    void theKeysOfOneInstanceAreReplacedAndTheOldOnesGoOnForAWhile() {
        var app = OPERATOR.development();
        var rotated = OPERATOR.post(
                        path(app) + "/instances/development/rotate_secret_keys",
                        Map.of("delay_old_secrets_expiration_hours", 1, "reason", "an intern left"))
                .ok();
        assertThat(rotated.at("/instances")).hasSize(1);
        var fresh = rotated.text("/instances/0/secret_key");
        assertThat(fresh).isNotEqualTo(app.secretKey());
        new Backend(fresh).get("/v1/users").ok();
        app.backend().get("/v1/users").ok();

        var again = OPERATOR.post(path(app) + "/instances/" + app.instanceId() + "/rotate_secret_keys", Map.of())
                .ok();
        new Backend(again.text("/instances/0/secret_key")).get("/v1/users").ok();
        assertThat(new Backend(fresh).get("/v1/users").status())
                .as("no overlap")
                .isEqualTo(401);
        assertThat(app.backend().get("/v1/users").status()).isEqualTo(401);
        OPERATOR.post(path(app) + "/instances/production/rotate_secret_keys", Map.of())
                .refused(404, "resource_not_found");
        OPERATOR.post(
                        path(app) + "/instances/development/rotate_secret_keys",
                        Map.of("delay_old_secrets_expiration_hours", 100_000))
                .refused(422, "form_param_value_invalid", "delay_old_secrets_expiration_hours");
    }

    @Test
    void usageIsOfWholeDays() {
        var app = OPERATOR.production();
        var today = LocalDate.now(ZoneOffset.UTC);
        var usage = OPERATOR.get(path(app) + "/instances/production/usage").ok();
        assertThat(usage.text("/period_start")).startsWith(today.withDayOfMonth(1) + "T00:00:00Z");
        assertThat(usage.at("/mau/total_usage").asInt()).isZero();
        assertThat(usage.at("/custom_domains/total_usage").asInt()).isEqualTo(1);
        var days = OPERATOR.get(path(app) + "/instances/production/usage?start=2026-01-30&end=2026-02-02")
                .ok();
        assertThat(days.text("/period_end")).isEqualTo("2026-02-03T00:00:00Z");
    }

    @ParameterizedTest(name = "{0} is refused by {1}")
    @CsvSource({
        "start=2026-01-01, end",
        "end=2026-01-01, start",
        "start=yesterday&end=2026-01-01, start",
        "start=2026-02-01&end=2026-01-01, end",
        "start=2020-01-01&end=2026-01-01, end",
        "month=1, month",
    })
    void aPeriodThatIsNoneIsRefused(String query, String parameter) {
        var refused = OPERATOR.get(path(OPERATOR.development()) + "/instances/development/usage?" + query);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/meta/param_name")).isEqualTo(parameter);
    }

    @Test
    void thereIsNoApplicationToClaim() {
        OPERATOR.post("/v1/platform/accountless_applications/claim", Map.of("token", "t", "name", "Mine"))
                .refused(404, "accountless_application_not_found");
    }

    private static String path(Tenant app) {
        return "/v1/platform/applications/" + app.applicationId();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
