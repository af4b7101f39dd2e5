package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The e-mail addresses of users as an app's server gives and takes them. */
class BackendEmailAddressesIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();
    private static final String PATH = "/v1/email_addresses";

    private String first;
    private String user;

    @BeforeEach
    void somebody() {
        first = Tenant.freshEmail();
        user = BACKEND.createUser(first, Browser.PASSWORD).text("/id");
    }

    @Test
    void anAddressThatTheAppVouchesForLetsTheUserIn() {
        var second = Tenant.freshEmail();
        var created = add(second, "verified", true);

        assertThat(created.text("/verification/strategy")).isEqualTo("admin");
        assertThat(created.text("/verification/status")).isEqualTo("verified");
        assertThat(APP.browser().signIn(second, Browser.PASSWORD)).startsWith("sess_");
        assertThat(primary()).as("the first one stays the primary one").isEqualTo(first);
        assertThat(BACKEND.get(PATH + "/" + created.text("/id")).ok().text("/email_address"))
                .isEqualTo(second);
    }

    @Test
    void anAddressThatIsNotVerifiedNamesNobodyAndCannotBePrimary() {
        var second = Tenant.freshEmail();
        var id = add(second).text("/id");

        APP.browser()
                .post("/v1/client/sign_ins", "identifier", second)
                .refused(422, "form_identifier_not_found", "identifier");
        BACKEND.patch(PATH + "/" + id, Map.of("primary", true)).refused(422, "form_param_value_invalid", "primary");
        BACKEND.post(PATH, Map.of("user_id", user, "email_address", Tenant.freshEmail(), "primary", true))
                .refused(422, "form_param_value_invalid", "primary");
        BACKEND.patch(PATH + "/" + id, Map.of("primary", true, "verified", true))
                .ok();
        assertThat(primary()).isEqualTo(second);
    }

    @Test
    void theOwnerOfThePrimaryAddressIsToldWhereTheAppAsksForIt() {
        var second = Tenant.freshEmail();
        add(second, "verified", true, "primary", true);
        assertThat(told(first)).isFalse();
        var third = Tenant.freshEmail();
        add(third, "verified", true, "primary", true, "notify_primary_email_address_changed", true);
        assertThat(told(second)).isTrue();
        BACKEND.patch(
                        "/v1/users/" + user,
                        Map.of("primary_email_address_id", id(first), "notify_primary_email_address_changed", true))
                .ok();
        assertThat(told(third)).isTrue();
    }

    @Test
    void aVerifiedAddressCanBeTakenBackButNotThePrimaryOne() {
        var id = add(Tenant.freshEmail(), "verified", true).text("/id");
        assertThat(BACKEND.patch(PATH + "/" + id, Map.of("verified", false))
                        .ok()
                        .at("/verification")
                        .isNull())
                .isTrue();
        BACKEND.patch(PATH + "/" + id(first), Map.of("verified", false))
                .refused(422, "form_param_value_invalid", "verified");
    }

    @Test
    void theLastVerifiedAddressStays() {
        BACKEND.delete(PATH + "/" + id(first)).refused(400, "identification_deletion_failed");
        var second = Tenant.freshEmail();
        add(second, "verified", true);
        var gone = BACKEND.delete(PATH + "/" + id(first)).ok();
        assertThat(gone.text("/object")).isEqualTo("email_address");
        assertThat(primary()).isEqualTo(second);
        BACKEND.get(PATH + "/" + gone.text("/id")).refused(404, "resource_not_found");
    }

    @Test
    void anAddressOfSomebodyElseIsTaken() {
        var other = Tenant.freshEmail();
        BACKEND.createUser(other, Browser.PASSWORD);
        BACKEND.post(PATH, Map.of("user_id", user, "email_address", other, "verified", true))
                .refused(422, "form_identifier_exists", "email_address");
        BACKEND.put("/v1/users/" + user + "/email_address", Map.of("email_address", other))
                .refused(422, "form_identifier_exists", "email_address");
        assertThat(primary()).as("nothing was replaced").isEqualTo(first);
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        BACKEND.post(PATH, Map.of("email_address", Tenant.freshEmail())).refused(422, "form_param_nil", "user_id");
        BACKEND.post(PATH, Map.of("user_id", user)).refused(422, "form_param_nil", "email_address");
        BACKEND.post(PATH, Map.of("user_id", user, "email_address", "nobody"))
                .refused(422, "form_param_format_invalid", "email_address");
        BACKEND.post(PATH, Map.of("user_id", "user_nobody", "email_address", Tenant.freshEmail()))
                .refused(404, "resource_not_found");
        BACKEND.put(
                        "/v1/users/" + user + "/email_address",
                        Map.of("email_address", Tenant.freshEmail(), "identification_status", "perhaps"))
                .refused(422, "form_param_value_invalid", "identification_status");
        BACKEND.put("/v1/users/user_nobody/email_address", Map.of("email_address", Tenant.freshEmail()))
                .refused(404, "resource_not_found");
    }

    @Test
    void oneAddressTakesThePlaceOfAll() {
        add(Tenant.freshEmail(), "verified", true);
        var only = Tenant.freshEmail();
        var replaced = replace("email_address", only, "notify_primary_email_address_changed", true);

        assertThat(replaced.text("/verification/status")).isEqualTo("verified");
        assertThat(addresses()).containsExactly(only);
        assertThat(primary()).isEqualTo(only);
        assertThat(told(first)).isTrue();
        assertThat(APP.browser().signIn(only, Browser.PASSWORD)).startsWith("sess_");
        assertThat(APP.browser().signUp(first).userId())
                .as("the old one is free")
                .isNotEqualTo(user);
        replace("email_address", only, "notify_primary_email_address_changed", true);
        assertThat(told(only)).as("nothing has changed for its owner").isFalse();
    }

    @Test
    void itCanBeKeptForTheUserOrLeftToWhoeverProvesIt() {
        var kept = Tenant.freshEmail();
        assertThat(replace("email_address", kept, "identification_status", "reserved")
                        .at("/reserved")
                        .asBoolean())
                .isTrue();
        var other = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        BACKEND.post(PATH, Map.of("user_id", other, "email_address", kept, "verified", true))
                .refused(422, "form_identifier_exists", "email_address");
        var left = Tenant.freshEmail();
        replace("email_address", left, "identification_status", "unverified");
        assertThat(primary()).isEqualTo(left);
        BACKEND.post(PATH, Map.of("user_id", other, "email_address", left, "verified", true))
                .ok();
    }

    @Test
    void theAppsOwnCodeProvesAnAddress() {
        var second = Tenant.freshEmail();
        var id = add(second).text("/id");
        var sent = BACKEND.post(PATH + "/" + id + "/prepare_verification", Map.of())
                .ok();
        assertThat(sent.text("/status")).isEqualTo("unverified");
        assertThat(sent.text("/strategy")).isEqualTo("email_code");

        var code = BACKEND.code(second);
        var wrong = attempt(id, sent.text("/id"), code.equals("000000") ? "111111" : "000000")
                .ok();
        assertThat(wrong.text("/status")).isEqualTo("unverified");
        assertThat(wrong.at("/attempts").asInt()).isEqualTo(1);
        assertThat(attempt(id, sent.text("/id"), code).ok().text("/status")).isEqualTo("verified");
        assertThat(BACKEND.get(PATH + "/" + id).ok().text("/verification/status"))
                .isEqualTo("verified");
        attempt(id, sent.text("/id"), code).refused(400, "verification_already_verified");
    }

    @Test
    void ofAVerifiedAddressItSaysOnlyWhoHoldsIt() {
        var id = id(first);
        var before = BACKEND.get(PATH + "/" + id).ok().json();
        var sent = BACKEND.post(PATH + "/" + id + "/prepare_verification", Map.of())
                .ok();
        assertThat(attempt(id, sent.text("/id"), BACKEND.code(first)).ok().text("/status"))
                .isEqualTo("verified");
        assertThat(BACKEND.get(PATH + "/" + id).ok().json()).isEqualTo(before);
    }

    @Test
    void guessingEndsTheCode() {
        var sent = BACKEND.post(PATH + "/" + id(first) + "/prepare_verification", Map.of())
                .ok();
        var wrong = BACKEND.code(first).equals("000000") ? "111111" : "000000";
        var status = "unverified";
        for (int n = 0; n < 20 && status.equals("unverified"); n++) {
            status = attempt(id(first), sent.text("/id"), wrong).ok().text("/status");
        }
        assertThat(status).isEqualTo("failed");
        assertThat(attempt(id(first), sent.text("/id"), BACKEND.code(first))
                        .ok()
                        .text("/status"))
                .isEqualTo("failed");
    }

    @Test
    void aCodeOfAnotherAddressIsUnknown() {
        var second = Tenant.freshEmail();
        var id = add(second).text("/id");
        var sent = BACKEND.post(PATH + "/" + id + "/prepare_verification", Map.of())
                .ok();
        attempt(id(first), sent.text("/id"), BACKEND.code(second))
                .refused(404, "resource_not_found", "verification_id");
        attempt(id, "ver_nothing", "000000").refused(404, "resource_not_found", "verification_id");
    }

    private static Answer attempt(String id, String verification, String code) {
        return BACKEND.post(
                PATH + "/" + id + "/attempt_verification", Map.of("verification_id", verification, "code", code));
    }

    private Answer add(String address, Object... further) {
        var body = new java.util.HashMap<String, Object>(Map.of("user_id", user, "email_address", address));
        for (int n = 0; n < further.length; n += 2) {
            body.put((String) further[n], further[n + 1]);
        }
        return BACKEND.post(PATH, body).ok();
    }

    private Answer replace(Object... fields) {
        var body = new java.util.HashMap<String, Object>();
        for (int n = 0; n < fields.length; n += 2) {
            body.put((String) fields[n], fields[n + 1]);
        }
        return BACKEND.put("/v1/users/" + user + "/email_address", body).ok();
    }

    private java.util.List<String> addresses() {
        return BACKEND.get("/v1/users/" + user).ok().at("/email_addresses").findValuesAsText("email_address");
    }

    private String id(String address) {
        for (var email : BACKEND.get("/v1/users/" + user).ok().at("/email_addresses")) {
            if (email.path("email_address").asText().equals(address)) {
                return email.path("id").asText();
            }
        }
        throw new AssertionError("the user does not have the address");
    }

    private String primary() {
        var shown = BACKEND.get("/v1/users/" + user).ok();
        for (var email : shown.at("/email_addresses")) {
            if (email.path("id").asText().equals(shown.text("/primary_email_address_id"))) {
                return email.path("email_address").asText();
            }
        }
        return null;
    }

    private static boolean told(String address) {
        return BACKEND.get("/v1/messages?limit=100&to_email_address=" + Wire.encode(address))
                .ok()
                .json()
                .findValuesAsText("slug")
                .contains("primary_email_address_changed");
    }
}
