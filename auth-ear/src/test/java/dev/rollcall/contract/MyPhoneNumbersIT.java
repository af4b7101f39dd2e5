package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signed-in user's own phone numbers. */
class MyPhoneNumbersIT {

    private static final Tenant APP = Phones.development();
    private static final String PATH = "/v1/me/phone_numbers";

    private final Browser browser = APP.browser();
    private final String number = Tenant.freshPhone();

    @BeforeEach
    void somebody() {
        browser.signUp();
    }

    @Test
    void aNumberIsAddedAndProvedByACode() {
        var added = browser.post(PATH, "phone_number", number).ok();
        assertThat(added.text("/response/phone_number")).isEqualTo(number);
        assertThat(added.at("/response/verification").isNull()).isTrue();
        var path = PATH + "/" + added.text("/response/id");
        var sent = browser.post(path + "/prepare_verification", "strategy", "phone_code")
                .ok();
        assertThat(sent.text("/response/verification/status")).isEqualTo("unverified");
        var wrong = APP.backend().textCode(number).equals("000000") ? "111111" : "000000";
        browser.post(path + "/attempt_verification", "code", wrong).refused(422, "form_code_incorrect", "code");
        var proved = browser.post(
                        path + "/attempt_verification", "code", APP.backend().textCode(number))
                .ok();
        assertThat(proved.text("/response/verification/status")).isEqualTo("verified");
        assertThat(proved.text("/client/sessions/0/user/primary_phone_number_id"))
                .isEqualTo(proved.text("/response/id"));
        assertThat(browser.get(PATH).ok().json()).hasSize(1);
        assertThat(APP.backend()
                        .get("/v1/audit_events?target_id=" + proved.text("/response/id"))
                        .ok()
                        .json()
                        .findValuesAsText("action"))
                .contains("phone_number.created", "phone_number.verified");
    }

    @Test
    void anotherNumberBecomesThePrimaryOne() {
        var first = add(number);
        var second = add(Tenant.freshPhone());
        assertThat(browser.get("/v1/me").ok().text("/response/primary_phone_number_id"))
                .isEqualTo(first);
        assertThat(browser.patch("/v1/me", "primary_phone_number_id", second)
                        .ok()
                        .text("/response/primary_phone_number_id"))
                .isEqualTo(second);
        var claimed =
                browser.post(PATH, "phone_number", Tenant.freshPhone()).ok().text("/response/id");
        browser.patch("/v1/me", "primary_phone_number_id", claimed)
                .refused(422, "form_param_value_invalid", "primary_phone_number_id");
        browser.delete(PATH + "/" + second).ok();
        assertThat(browser.get("/v1/me").ok().text("/response/primary_phone_number_id"))
                .isEqualTo(first);
    }

    @Test
    void oneOfThoseKeptForTheSecondStepIsTheDefault() {
        var first = add(number);
        var second = add(Tenant.freshPhone());
        var kept = browser.patch(PATH + "/" + first, "reserved_for_second_factor", true)
                .ok();
        assertThat(kept.at("/response/reserved_for_second_factor").asBoolean()).isTrue();
        assertThat(kept.at("/response/default_second_factor").asBoolean()).isTrue();
        browser.patch(PATH + "/" + second, "reserved_for_second_factor", true).ok();
        assertThat(defaults()).containsExactly(first);
        browser.patch(PATH + "/" + second, "default_second_factor", true).ok();
        assertThat(defaults()).containsExactly(second);
        browser.patch(PATH + "/" + second, "default_second_factor", false)
                .refused(422, "form_disable_default_second_factor_not_allowed", "default_second_factor");
        browser.patch(PATH + "/" + second, "reserved_for_second_factor", false).ok();
        assertThat(defaults()).containsExactly(first);
        browser.delete(PATH + "/" + first).ok();
        assertThat(defaults()).isEmpty();
    }

    @Test
    void anUnprovedNumberIsKeptForNothing() {
        var id = browser.post(PATH, "phone_number", number).ok().text("/response/id");
        browser.patch(PATH + "/" + id, "reserved_for_second_factor", true)
                .refused(400, "identification_update_second_factor_unverified");
        browser.patch(PATH + "/" + id, "default_second_factor", true)
                .refused(400, "identification_update_second_factor_unverified");
        browser.post(PATH, "phone_number", Tenant.freshPhone(), "reserved_for_second_factor", true)
                .refused(400, "identification_create_second_factor_unverified");
    }

    @Test
    void whatNamesTheUserLastIsKeptForNothingElse() {
        var visitor = APP.browser();
        var path = "/v1/client/sign_ups/"
                + visitor.post("/v1/client/sign_ups", "phone_number", number, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        visitor.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        visitor.post(
                        path + "/attempt_verification",
                        "strategy",
                        "phone_code",
                        "code",
                        APP.backend().textCode(number))
                .ok();
        var id = visitor.get(PATH).ok().text("/0/id");
        visitor.patch(PATH + "/" + id, "reserved_for_second_factor", true).refused(400, "identification_update_failed");
        visitor.delete(PATH + "/" + id).refused(400, "identification_deletion_failed");
    }

    @Test
    void aNumberOfSomebodyElseIsTaken() {
        APP.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD, "phone_number", List.of(number));
        browser.post(PATH, "phone_number", number).refused(422, "form_identifier_exists", "phone_number");
        browser.post(PATH, "phone_number", "nobody").refused(422, "form_param_format_invalid", "phone_number");
        browser.post(PATH).refused(422, "form_param_nil", "phone_number");
    }

    @Test
    void anAddressIsNoPhoneNumber() {
        var email = browser.get("/v1/me").ok().text("/response/primary_email_address_id");
        browser.get(PATH + "/" + email).refused(404, "resource_not_found");
        browser.delete(PATH + "/" + email).refused(404, "resource_not_found");
        browser.patch("/v1/me", "primary_phone_number_id", email)
                .refused(422, "form_param_value_invalid", "primary_phone_number_id");
    }

    private String add(String phone) {
        var path = PATH + "/" + browser.post(PATH, "phone_number", phone).ok().text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        return browser.post(
                        path + "/attempt_verification", "code", APP.backend().textCode(phone))
                .ok()
                .text("/response/id");
    }

    private List<String> defaults() {
        return java.util.stream.StreamSupport.stream(
                        browser.get(PATH).ok().json().spliterator(), false)
                .filter(phone -> phone.path("default_second_factor").asBoolean())
                .map(phone -> phone.path("id").asText())
                .toList();
    }
}
