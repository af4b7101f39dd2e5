package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of users that are walked, and users that many want to make or change at once. */
class BackendUserListIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();
    private static final int USERS = 7;

    private static String first;

    @BeforeAll
    static void sevenPeopleOfTwoMoments() {
        for (int n = 0; n < USERS; n++) {
            var user = BACKEND.createUser(
                    Tenant.freshEmail(),
                    Browser.PASSWORD,
                    "created_at",
                    "2020-01-0" + (1 + n % 2) + "T00:00:00Z",
                    "banned",
                    n == 3,
                    "last_name",
                    "Walker");
            first = n == 0 ? user.text("/id") : first;
        }
    }

    @ParameterizedTest(name = "order_by={0}")
    @ValueSource(strings = {"created_at", "-created_at"})
    void aCursorVisitsEverybodyOnce(String order) {
        var wanted = ids("limit=500&order_by=" + order);
        var seen = new ArrayList<String>();
        for (var page = ids("limit=2&order_by=" + order); !page.isEmpty(); ) {
            seen.addAll(page);
            page = ids("limit=2&order_by=" + order + "&starting_after=" + page.get(page.size() - 1));
        }
        assertThat(seen).hasSize(USERS).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest(name = "starting_after={0} is refused")
    @CsvSource({"user_nobody", "$first&order_by=username", "$first&offset=1"})
    void aCursorNeedsAUserAndTheOrderOfCreation(String cursor) {
        BACKEND.get("/v1/users?starting_after=" + cursor.replace("$first", first))
                .refused(422, "form_param_value_invalid", "starting_after");
    }

    @ParameterizedTest(name = "order_by={0}")
    @ValueSource(
            strings = {
                "updated_at",
                "first_name",
                "last_name",
                "email_address",
                "username",
                "phone_number",
                "web3wallet",
                "last_active_at",
                "last_sign_in_at"
            })
    void anOrderBackwardsIsTheReverse(String column) {
        var backwards = new ArrayList<>(ids("order_by=-" + column));
        Collections.reverse(backwards);
        assertThat(ids("order_by=%2B" + column)).hasSize(USERS).containsExactlyElementsOf(backwards);
    }

    @ParameterizedTest(name = "users?{0} -> {1}")
    @CsvSource({
        "banned=true, 1",
        "banned=false, 6",
        "created_at_after=1577836800000, 3",
        "created_at_before=1577923200000, 4",
        "last_sign_in_at_after=0, 0",
        "organization_id=org_x, 0",
        "organization_id=-org_x, 7",
        "phone_number=%2B15555550100, 0",
        "provider=oauth_google&provider_user_id=1, 0",
        "name_query=WALK, 7",
        "query=%25, 0",
        "query=_, 0",
        "name_query=wa, 7",
        "name_query=al, 0",
        "name_query=alk, 7",
        "query=pe, 7",
        "query=er, 0",
        "email_address_query=n-, 0",
        "email_address_query=ON-, 7",
        "email_address_query=%40e, 7",
        "email_address_query=-%40, 0",
        "query=example.com, 7",
        "query=alke&email_address_query=perso&banned=true, 1",
    })
    void aFilterCountsWhatItLists(String filter, int wanted) {
        assertThat(ids(filter)).hasSize(wanted);
        assertThat(BACKEND.get("/v1/users/count?" + filter)
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(wanted);
    }

    @Test
    void aSearchFindsWhoIsBehindAHundredOthers() {
        var other = Operator.platform().development().backend();
        var oldest = named(other, "Quagga");
        for (int n = 0; n < 100; n++) {
            named(other, "Walker");
        }
        assertThat(ids(other, "query=quagga")).containsExactly(oldest);
        var newest = named(other, "Quagga");
        assertThat(ids(other, "query=quagga")).containsExactly(newest, oldest);
        assertThat(ids(other, "query=quagga&offset=1")).containsExactly(oldest);
        assertThat(ids(other, "query=quagga&limit=1")).containsExactly(newest);
    }

    @Test
    void ofManyWhoWantAnAddressOneGetsIt() throws Exception {
        var other = Rollcall.standard().backend();
        var email = Tenant.freshEmail();
        var answers = atOnce(
                8, n -> other.post("/v1/users", Map.of("email_address", List.of(email), "password", Browser.PASSWORD)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.refused(422, "form_identifier_exists", "email_address"));
        assertThat(other.get("/v1/users/count?email_address=" + email)
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void noMergeOfMetadataIsLost() throws Exception {
        var other = Rollcall.standard().backend();
        var id = other.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        atOnce(12, n -> other.patch("/v1/users/" + id + "/metadata", Map.of("public_metadata", Map.of("k" + n, n))))
                .forEach(Answer::ok);
        assertThat(other.get("/v1/users/" + id).ok().at("/public_metadata").size())
                .isEqualTo(12);
    }

    @Test
    void aNewPasswordCanSignEverybodyElseOut() {
        var other = Rollcall.standard().backend();
        var id = other.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var session = other.post("/v1/sessions", Map.of("user_id", id)).ok().text("/id");
        other.patch(
                        "/v1/users/" + id,
                        Map.of("password", "another-Donkey-stapler-18", "sign_out_of_other_sessions", true))
                .ok();
        assertThat(other.get("/v1/sessions/" + session).ok().text("/status")).isEqualTo("revoked");
    }

    @Test
    void anAddressCanBeKeptForItsUser() {
        var other = Rollcall.standard().backend();
        var email = Tenant.freshEmail();
        var reserved =
                other.createUser(email, Browser.PASSWORD, "email_address_identification_status", List.of("reserved"));
        assertThat(reserved.at("/email_addresses/0/reserved").asBoolean()).isTrue();
        other.post("/v1/users", Map.of("email_address", List.of(email), "password", Browser.PASSWORD))
                .refused(422, "form_identifier_exists", "email_address");
    }

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(strings = {"web3_wallet", "backup_codes"})
    void whatTheInstanceHasNotIsRefusedByName(String name) {
        var body =
                Map.of("email_address", List.of(Tenant.freshEmail()), "password", Browser.PASSWORD, name, List.of("x"));
        BACKEND.post("/v1/users", body).refused(422, "form_param_unknown", name);
    }

    private static String named(Backend backend, String lastName) {
        return backend.post(
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of(Tenant.freshEmail()),
                                "last_name",
                                lastName,
                                "skip_password_requirement",
                                true))
                .ok()
                .text("/id");
    }

    private static List<String> ids(String query) {
        return ids(BACKEND, query);
    }

    private static List<String> ids(Backend backend, String query) {
        var users = backend.get("/v1/users?" + query).ok().json();
        return StreamSupport.stream(users.spliterator(), false)
                .map(user -> user.path("id").asText())
                .toList();
    }

    private static List<Answer> atOnce(int times, IntFunction<Answer> ask) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var asked = IntStream.range(0, times)
                    .mapToObj(n -> threads.submit(() -> ask.apply(n)))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var one : asked) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
