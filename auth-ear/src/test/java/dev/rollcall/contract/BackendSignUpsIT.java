package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sign-ups as an app's server sees them. */
class BackendSignUpsIT {

    private static final String SIGN_UPS = "/v1/client/sign_ups";
    private static final Tenant APP = Rollcall.standard();
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();
    private final String email = Tenant.freshEmail();

    @Test
    void theAppSaysWhoThatWillBe() {
        var id = begun();
        var externalId = "guest-" + UUID.randomUUID();
        var changed = BACKEND.patch("/v1/sign_ups/" + id, Map.of("external_id", externalId, "custom_action", true))
                .ok();
        assertThat(changed.text("/external_id")).isEqualTo(externalId);
        assertThat(changed.at("/custom_action").asBoolean()).isTrue();
        var seen = BACKEND.get("/v1/sign_ups/" + id).ok();
        assertThat(seen.json()).isEqualTo(changed.json());
        assertThat(seen.text("/email_address")).isEqualTo(email);
        assertThat(browser.get(SIGN_UPS + "/" + id).ok().text("/response/external_id"))
                .isEqualTo(externalId);

        browser.post(SIGN_UPS + "/" + id + "/prepare_verification", "strategy", "email_code")
                .ok();
        var user = browser.post(
                        SIGN_UPS + "/" + id + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        BACKEND.code(email))
                .ok()
                .text("/response/created_user_id");
        assertThat(BACKEND.get("/v1/users/" + user).ok().text("/external_id")).isEqualTo(externalId);
        BACKEND.patch("/v1/sign_ups/" + id, Map.of("external_id", "late")).refused(403, "sign_up_cannot_be_updated");
        assertThat(BACKEND.get("/v1/sign_ups/" + id).ok().text("/status")).isEqualTo("complete");
    }

    @Test
    void attackTheBrowserSaysItself() {
        var id = begun();
        browser.patch(SIGN_UPS + "/" + id, "external_id", "chosen", "custom_action", "true", "user_id", "user_1")
                .ok();
        var seen = BACKEND.get("/v1/sign_ups/" + id).ok();
        assertThat(seen.at("/external_id").isNull()).isTrue();
        assertThat(seen.at("/custom_action").asBoolean()).isFalse();
        browser.patch(SIGN_UPS + "/" + id, "public_metadata", "{\"role\":\"admin\"}")
                .ok();
        assertThat(BACKEND.get("/v1/sign_ups/" + id).ok().at("/public_metadata"))
                .isEmpty();
    }

    @Test
    void nothingElseCanBeSaid() {
        var id = begun();
        BACKEND.patch("/v1/sign_ups/" + id, Map.of("email_address", "eve@example.com"))
                .refused(422, "form_param_unknown", "email_address");
        BACKEND.get("/v1/sign_ups/sua_nobody").refused(404, "resource_not_found");
        BACKEND.patch("/v1/sign_ups/sua_nobody", Map.of()).refused(404, "resource_not_found");
    }

    private String begun() {
        return browser.post(SIGN_UPS, "email_address", email, "password", Browser.PASSWORD)
                .ok()
                .text("/response/id");
    }
}
