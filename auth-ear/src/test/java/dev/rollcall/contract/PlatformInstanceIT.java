package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators see and change of one instance: its users, its templates of tokens, its redirect URLs. */
class PlatformInstanceIT {

    private static final Operator OPERATOR = Operator.platform();

    private final Tenant app = OPERATOR.development();
    private final String path = "/v1/platform/applications/" + app.applicationId() + "/instances/development";

    @Test
    void usersAreManagedFromMakingToDeleting() throws IOException {
        var email = Tenant.freshEmail();
        var user = OPERATOR.post(
                        path + "/users",
                        Map.of("email_address", List.of(email), "password", Browser.PASSWORD, "first_name", "Ada"))
                .ok()
                .text("/id");
        var page = OPERATOR.get(path + "/users?query=Ada&limit=5&order_by=-created_at")
                .ok();
        assertThat(page.at("/total_count").asInt()).isEqualTo(1);
        assertThat(page.text("/data/0/id")).isEqualTo(user);
        assertThat(OPERATOR.get(path + "/users?query=nobody").ok().at("/data")).isEmpty();
        OPERATOR.get(path + "/users?shoe_size=43").refused(422, "form_param_unknown", "shoe_size");

        assertThat(OPERATOR.upload(path + "/users/" + user + "/profile_image", "image/png", png())
                        .ok()
                        .at("/has_image")
                        .asBoolean())
                .isTrue();
        assertThat(OPERATOR.delete(path + "/users/" + user + "/profile_image")
                        .ok()
                        .at("/has_image")
                        .asBoolean())
                .isFalse();
        assertThat(OPERATOR.post(path + "/users/" + user + "/ban", Map.of())
                        .ok()
                        .at("/banned")
                        .asBoolean())
                .isTrue();
        assertThat(OPERATOR.post(path + "/users/" + user + "/unban", Map.of())
                        .ok()
                        .at("/banned")
                        .asBoolean())
                .isFalse();
        app.browser().signIn(email, Browser.PASSWORD);
        OPERATOR.delete(path + "/users/" + user).ok();
        assertThat(OPERATOR.get(path + "/users").ok().at("/total_count").asInt())
                .isZero();
    }

    @Test
    void templatesOfTokensAreTheSameOnBothApis() {
        var made = OPERATOR.post(path + "/jwt_templates", Map.of("name", "hasura", "claims", Map.of("a", 1)))
                .ok()
                .text("/id");
        assertThat(OPERATOR.get(path + "/jwt_templates").ok().text("/0/name")).isEqualTo("hasura");
        assertThat(app.backend().get("/v1/jwt_templates/" + made).ok().text("/name"))
                .isEqualTo("hasura");
        OPERATOR.patch(
                        path + "/jwt_templates/" + made,
                        Map.of("name", "hasura2", "claims", Map.of("a", 2), "lifetime", 90))
                .ok();
        assertThat(OPERATOR.get(path + "/jwt_templates/" + made)
                        .ok()
                        .at("/lifetime")
                        .asInt())
                .isEqualTo(90);
        OPERATOR.delete(path + "/jwt_templates/" + made).ok();
        OPERATOR.get(path + "/jwt_templates/" + made).refused(404, "resource_not_found");
    }

    @Test
    void redirectUrlsAreTheSameOnBothApis() {
        var made = OPERATOR.post(path + "/redirect_urls", Map.of("url", "my-app://callback"))
                .ok()
                .text("/id");
        var listed = OPERATOR.get(path + "/redirect_urls?limit=10&offset=0").ok();
        assertThat(listed.text("/data/0/url")).isEqualTo("my-app://callback");
        assertThat(listed.at("/total_count").asInt()).isEqualTo(1);
        app.backend().get("/v1/redirect_urls/" + made).ok();
        OPERATOR.get(path + "/redirect_urls/" + made).ok();
        OPERATOR.delete(path + "/redirect_urls/" + made).ok();
        OPERATOR.get(path + "/redirect_urls/" + made).refused(404, "resource_not_found");
    }

    static Stream<String> operations() {
        return Stream.of(
                "DELETE /users/$user",
                "POST /users/$user/ban",
                "POST /users/$user/unban",
                "DELETE /users/$user/profile_image",
                "GET /jwt_templates/$template",
                "PATCH /jwt_templates/$template",
                "DELETE /jwt_templates/$template",
                "GET /redirect_urls/$url",
                "DELETE /redirect_urls/$url");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void idsOfAnotherInstanceAreNotThere(String operation) {
        var other = OPERATOR.development().backend();
        var parts = operation
                .replace(
                        "$user",
                        other.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id"))
                .replace(
                        "$template",
                        other.post("/v1/jwt_templates", Map.of("name", "t", "claims", Map.of("a", 1)))
                                .ok()
                                .text("/id"))
                .replace(
                        "$url",
                        other.post("/v1/redirect_urls", Map.of("url", "https://example.com"))
                                .ok()
                                .text("/id"))
                .split(" ");
        var answer =
                switch (parts[0]) {
                    case "GET" -> OPERATOR.get(path + parts[1]);
                    case "POST" -> OPERATOR.post(path + parts[1], Map.of());
                    case "PATCH" -> OPERATOR.patch(path + parts[1], Map.of("name", "t", "claims", Map.of("a", 1)));
                    default -> OPERATOR.delete(path + parts[1]);
                };
        answer.refused(404, "resource_not_found");
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
