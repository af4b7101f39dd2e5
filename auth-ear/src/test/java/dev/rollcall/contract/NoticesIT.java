package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told by e-mail that was done to their account. */
class NoticesIT {

    private static final String OTHER = "another-Donkey-stapler-17";
    private static final Operator OPERATOR = Operator.platform();
    private static final Tenant APP = OPERATOR.configure(
            OPERATOR.development(),
            Map.of(
                    "notices",
                    Map.of("new_device_sign_in", true),
                    "attributes",
                    Map.of("password", Map.of("required", false))));
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();

    @Test
    void aNewDeviceIsToldOfAndAKnownOneIsNot() {
        var person = browser.signUp();
        assertThat(BACKEND.messages(person.email(), "new_device_sign_in"))
                .as("the first one")
                .isEmpty();
        browser.post("/v1/client/sessions/" + person.sessionId() + "/end").ok();
        browser.signIn(person.email(), person.password());
        assertThat(BACKEND.messages(person.email(), "new_device_sign_in"))
                .as("the same one")
                .isEmpty();
        APP.browser().signIn(person.email(), person.password());
        var told = BACKEND.messages(person.email(), "new_device_sign_in");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).toString()).contains("127.0.0.1");
    }

    @Test
    void aChangedPasswordIsToldOf() {
        var person = browser.signUp();
        browser.post("/v1/me/change_password", "current_password", person.password(), "new_password", OTHER)
                .ok();
        assertThat(BACKEND.messages(person.email(), "password_changed")).hasSize(1);
        BACKEND.patch("/v1/users/" + person.userId(), Map.of("password", "yet-Another-stapler-18"))
                .ok();
        assertThat(BACKEND.messages(person.email(), "password_changed")).hasSize(2);
    }

    @Test
    void aPasswordThatWasResetIsToldOf() {
        var person = browser.signUp();
        var visitor = APP.browser();
        var path = "/v1/client/sign_ins/"
                + visitor.post("/v1/client/sign_ins", "identifier", person.email())
                        .ok()
                        .text("/response/id");
        visitor.post(path + "/prepare_first_factor", "strategy", "reset_password_email_code")
                .ok();
        visitor.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "reset_password_email_code",
                        "code",
                        BACKEND.code(person.email()))
                .ok();
        visitor.post(path + "/reset_password", "password", OTHER).ok();
        assertThat(BACKEND.messages(person.email(), "password_changed")).hasSize(1);
    }

    @Test
    void aFirstPasswordIsNoChange() {
        var email = Tenant.freshEmail();
        var user = BACKEND.post(
                        "/v1/users",
                        Map.of("email_address", java.util.List.of(email), "skip_password_requirement", true))
                .ok()
                .text("/id");
        BACKEND.patch("/v1/users/" + user, Map.of("password", OTHER)).ok();
        assertThat(BACKEND.messages(email)).isEmpty();
    }

    @Test
    void aRemovedPasswordIsToldOf() {
        var person = browser.signUp();
        browser.post("/v1/me/remove_password", "current_password", person.password())
                .ok();
        assertThat(BACKEND.messages(person.email(), "password_removed")).hasSize(1);
    }

    @Test
    void theFormerAddressIsToldOfTheNewOne() {
        var person = browser.signUp();
        var other = Tenant.freshEmail();
        var id = browser.post("/v1/me/email_addresses", "email_address", other)
                .ok()
                .text("/response/id");
        var path = "/v1/me/email_addresses/" + id;
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        browser.post(path + "/attempt_verification", "code", BACKEND.code(other))
                .ok();
        var former = browser.get("/v1/me").ok().text("/response/primary_email_address_id");
        browser.patch("/v1/me", "primary_email_address_id", id).ok();
        var told = BACKEND.messages(person.email(), "primary_email_address_changed");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).toString()).contains(other);
        assertThat(BACKEND.messages(other, "primary_email_address_changed")).isEmpty();

        browser.patch("/v1/me", "primary_email_address_id", former).ok();
        assertThat(BACKEND.messages(other, "primary_email_address_changed")).hasSize(1);
        browser.delete("/v1/me/email_addresses/" + former).ok();
        assertThat(BACKEND.messages(person.email(), "primary_email_address_changed"))
                .as("who takes the primary address away")
                .hasSize(2);
    }

    @Test
    void whoHasNoAddressIsToldByTextMessage() {
        var app = Phones.development();
        var number = "+4915123" + (100_000 + (int) (Math.random() * 800_000));
        var user = app.backend()
                .post("/v1/users", Map.of("phone_number", java.util.List.of(number), "password", Browser.PASSWORD))
                .ok()
                .text("/id");
        app.backend().patch("/v1/users/" + user, Map.of("password", OTHER)).ok();
        assertThat(app.backend().texts(number)).hasSize(1);
        assertThat(app.backend().texts(number).get(0).path("slug").asText()).isEqualTo("password_changed");
    }

    @Test
    void anInstanceMayTellNobody() {
        var app = OPERATOR.configure(
                OPERATOR.development(),
                Map.of("notices", Map.of("password_changed", false, "primary_email_address_changed", false)));
        var visitor = app.browser();
        var person = visitor.signUp();
        visitor.post("/v1/me/change_password", "current_password", person.password(), "new_password", OTHER)
                .ok();
        app.browser().signIn(person.email(), OTHER);
        assertThat(app.backend().messages(person.email()))
                .as("nothing but the code")
                .hasSize(1);
    }
}
