package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The phone numbers of users as an app's server gives and takes them. */
class BackendPhoneNumbersIT {

    private static final Tenant APP = Phones.development();
    private static final Backend BACKEND = APP.backend();
    private static final String PATH = "/v1/phone_numbers";

    private String first;
    private String user;

    @BeforeEach
    void somebody() {
        first = Tenant.freshPhone();
        user = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD, "phone_number", List.of(first))
                .text("/id");
    }

    @Test
    void aNumberThatTheAppVouchesForLetsTheUserIn() {
        var second = Tenant.freshPhone();
        var created = add(second, "verified", true);

        assertThat(created.text("/verification/strategy")).isEqualTo("admin");
        assertThat(APP.browser().signIn(second, Browser.PASSWORD)).startsWith("sess_");
        assertThat(primary()).as("the first one stays the primary one").isEqualTo(first);
        assertThat(BACKEND.get(PATH + "/" + created.text("/id")).ok().text("/phone_number"))
                .isEqualTo(second);
    }

    @Test
    void aNumberThatIsNotVerifiedNamesNobodyAndCannotBePrimary() {
        var second = Tenant.freshPhone();
        var id = add(second).text("/id");
        APP.browser()
                .post("/v1/client/sign_ins", "identifier", second)
                .refused(422, "form_identifier_not_found", "identifier");
        BACKEND.patch(PATH + "/" + id, Map.of("primary", true)).refused(422, "form_param_value_invalid", "primary");
        BACKEND.patch(PATH + "/" + id, Map.of("reserved_for_second_factor", true))
                .refused(400, "identification_update_second_factor_unverified");
        BACKEND.post(PATH, Map.of("user_id", user, "phone_number", Tenant.freshPhone(), "primary", true))
                .refused(422, "form_param_value_invalid", "primary");
        BACKEND.post(
                        PATH,
                        Map.of(
                                "user_id",
                                user,
                                "phone_number",
                                Tenant.freshPhone(),
                                "reserved_for_second_factor",
                                true))
                .refused(400, "identification_create_second_factor_unverified");
        BACKEND.patch(PATH + "/" + id, Map.of("primary", true, "verified", true))
                .ok();
        assertThat(primary()).isEqualTo(second);
    }

    @Test
    void aVerifiedNumberCanBeTakenBackButNotThePrimaryOne() {
        var id = add(Tenant.freshPhone(), "verified", true).text("/id");
        assertThat(BACKEND.patch(PATH + "/" + id, Map.of("verified", false))
                        .ok()
                        .at("/verification")
                        .isNull())
                .isTrue();
        BACKEND.patch(PATH + "/" + id(first), Map.of("verified", false))
                .refused(422, "form_param_value_invalid", "verified");
    }

    @Test
    void aNumberIsKeptForTheSecondStep() {
        var kept = add(Tenant.freshPhone(), "verified", true, "reserved_for_second_factor", true);
        assertThat(kept.at("/reserved_for_second_factor").asBoolean()).isTrue();
        assertThat(kept.at("/default_second_factor").asBoolean()).isTrue();
        var freed = BACKEND.patch(PATH + "/" + kept.text("/id"), Map.of("reserved_for_second_factor", false))
                .ok();
        assertThat(freed.at("/default_second_factor").asBoolean()).isFalse();
    }

    @Test
    void theLastIdentificationStays() {
        var alone = Tenant.freshPhone();
        var id = BACKEND.post("/v1/users", Map.of("phone_number", List.of(alone), "password", Browser.PASSWORD))
                .ok()
                .text("/phone_numbers/0/id");
        BACKEND.delete(PATH + "/" + id).refused(400, "identification_deletion_failed");
        var gone = BACKEND.delete(PATH + "/" + id(first)).ok();
        assertThat(gone.text("/object")).isEqualTo("phone_number");
        BACKEND.get(PATH + "/" + gone.text("/id")).refused(404, "resource_not_found");
        assertThat(BACKEND.get("/v1/users/" + user).ok().text("/primary_phone_number_id"))
                .isNull();
    }

    @Test
    void aNumberOfSomebodyElseIsTaken() {
        var other = Tenant.freshPhone();
        BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD, "phone_number", List.of(other));
        BACKEND.post(PATH, Map.of("user_id", user, "phone_number", other, "verified", true))
                .refused(422, "form_identifier_exists", "phone_number");
        BACKEND.put("/v1/users/" + user + "/phone_number", Map.of("phone_number", other))
                .refused(422, "form_identifier_exists", "phone_number");
        assertThat(primary()).as("nothing was replaced").isEqualTo(first);
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        BACKEND.post(PATH, Map.of("phone_number", first)).refused(422, "form_param_nil", "user_id");
        BACKEND.post(PATH, Map.of("user_id", user)).refused(422, "form_param_nil", "phone_number");
        BACKEND.post(PATH, Map.of("user_id", user, "phone_number", "2015550123"))
                .refused(422, "form_param_format_invalid", "phone_number");
        BACKEND.post(PATH, Map.of("user_id", "user_nobody", "phone_number", Tenant.freshPhone()))
                .refused(404, "resource_not_found");
        BACKEND.put(
                        "/v1/users/" + user + "/phone_number",
                        Map.of("phone_number", Tenant.freshPhone(), "identification_status", "perhaps"))
                .refused(422, "form_param_value_invalid", "identification_status");
        Operator.platform()
                .development()
                .backend()
                .post("/v1/users", Map.of("phone_number", List.of(first), "skip_password_requirement", true))
                .refused(422, "form_param_unknown", "phone_number");
    }

    @Test
    void oneNumberTakesThePlaceOfAll() {
        add(Tenant.freshPhone(), "verified", true, "reserved_for_second_factor", true);
        var only = Tenant.freshPhone();
        var replaced = BACKEND.put("/v1/users/" + user + "/phone_number", Map.of("phone_number", only))
                .ok();
        assertThat(replaced.text("/verification/status")).isEqualTo("verified");
        assertThat(replaced.at("/reserved_for_second_factor").asBoolean()).isFalse();
        assertThat(numbers()).containsExactly(only);
        assertThat(primary()).isEqualTo(only);
        var kept = Tenant.freshPhone();
        assertThat(BACKEND.put(
                                "/v1/users/" + user + "/phone_number",
                                Map.of("phone_number", kept, "identification_status", "reserved"))
                        .ok()
                        .at("/reserved")
                        .asBoolean())
                .isTrue();
        assertThat(numbers()).containsExactly(kept);
    }

    @Test
    void theAppsOwnCodeProvesANumber() {
        var second = Tenant.freshPhone();
        var id = add(second).text("/id");
        var sent = BACKEND.post(PATH + "/" + id + "/prepare_verification", Map.of())
                .ok();
        assertThat(sent.text("/status")).isEqualTo("unverified");
        assertThat(sent.text("/strategy")).isEqualTo("phone_code");
        assertThat(sent.text("/channel")).isEqualTo("sms");
        var code = BACKEND.textCode(second);
        var wrong = attempt(id, sent.text("/id"), code.equals("000000") ? "111111" : "000000")
                .ok();
        assertThat(wrong.text("/status")).isEqualTo("unverified");
        assertThat(attempt(id, sent.text("/id"), code).ok().text("/status")).isEqualTo("verified");
        assertThat(BACKEND.get(PATH + "/" + id).ok().text("/verification/status"))
                .isEqualTo("verified");
        attempt(id, sent.text("/id"), code).refused(400, "verification_already_verified");
        attempt(id(first), sent.text("/id"), code).refused(404, "resource_not_found", "verification_id");
    }

    @Test
    void usersAreFoundAndOrderedByNumber() {
        var app = Phones.development();
        var backend = app.backend();
        var numbers = List.of("+12015550123", "+442079460018", "+390612345678");
        var ids = numbers.stream()
                .map(n -> backend.post("/v1/users", Map.of("phone_number", List.of(n), "password", Browser.PASSWORD))
                        .ok()
                        .text("/id"))
                .toList();
        assertThat(found(backend, "phone_number=" + Wire.encode("+1 201 555 0123")))
                .containsExactly(ids.get(0));
        assertThat(found(backend, "phone_number_query=794600")).containsExactly(ids.get(1));
        assertThat(found(backend, "query=0612345")).containsExactly(ids.get(2));
        assertThat(found(backend, "order_by=" + Wire.encode("+phone_number")))
                .containsExactly(ids.get(0), ids.get(2), ids.get(1));
        backend.put("/v1/users/" + ids.get(1) + "/phone_number", Map.of("phone_number", "+12015550100"))
                .ok();
        assertThat(found(backend, "order_by=-phone_number")).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        assertThat(backend.get("/v1/users/count?phone_number_query=201555")
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anAppChoosesThePrimaryNumber() {
        var second = add(Tenant.freshPhone(), "verified", true);
        BACKEND.patch("/v1/users/" + user, Map.of("primary_phone_number_id", second.text("/id")))
                .ok();
        assertThat(primary()).isEqualTo(second.text("/phone_number"));
        BACKEND.patch("/v1/users/" + user, Map.of("primary_phone_number_id", "idn_nothing"))
                .refused(404, "resource_not_found");
    }

    @Test
    void aReservedNumberIsKeptUntilItIsProved() {
        var kept = Tenant.freshPhone();
        var shown = BACKEND.createUser(
                Tenant.freshEmail(),
                Browser.PASSWORD,
                "phone_number",
                List.of(kept),
                "phone_number_identification_status",
                List.of("reserved"));
        assertThat(shown.at("/phone_numbers/0/reserved").asBoolean()).isTrue();
        APP.browser()
                .post("/v1/client/sign_ups", "phone_number", kept, "password", Browser.PASSWORD)
                .refused(422, "form_identifier_exists", "phone_number");
    }

    private static List<String> found(Backend backend, String query) {
        return backend.get("/v1/users?" + query)
                        .ok()
                        .json()
                        .findValuesAsText("object")
                        .isEmpty()
                ? List.of()
                : java.util.stream.StreamSupport.stream(
                                backend.get("/v1/users?" + query).ok().json().spliterator(), false)
                        .map(u -> u.path("id").asText())
                        .toList();
    }

    private static Answer attempt(String id, String verification, String code) {
        return BACKEND.post(
                PATH + "/" + id + "/attempt_verification", Map.of("verification_id", verification, "code", code));
    }

    private Answer add(String number, Object... further) {
        var body = new HashMap<String, Object>(Map.of("user_id", user, "phone_number", number));
        for (int n = 0; n < further.length; n += 2) {
            body.put((String) further[n], further[n + 1]);
        }
        return BACKEND.post(PATH, body).ok();
    }

    private List<String> numbers() {
        return BACKEND.get("/v1/users/" + user).ok().at("/phone_numbers").findValuesAsText("phone_number");
    }

    private String id(String number) {
        for (var phone : BACKEND.get("/v1/users/" + user).ok().at("/phone_numbers")) {
            if (phone.path("phone_number").asText().equals(number)) {
                return phone.path("id").asText();
            }
        }
        throw new AssertionError("the user does not have the number");
    }

    private String primary() {
        var shown = BACKEND.get("/v1/users/" + user).ok();
        for (var phone : shown.at("/phone_numbers")) {
            if (phone.path("id").asText().equals(shown.text("/primary_phone_number_id"))) {
                return phone.path("phone_number").asText();
            }
        }
        return null;
    }
}
