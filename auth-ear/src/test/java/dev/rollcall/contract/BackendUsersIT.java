package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users as an app's server manages them. */
class BackendUsersIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();
    private static final List<String> EMAILS = IntStream.range(0, 5)
            .mapToObj(n -> "n" + n + "-" + Tenant.freshEmail())
            .toList();
    private static final Map<String, String> IDS = new HashMap<>();

    /** Where users come and go; {@link #APP} has the same five all the time. */
    private static final Backend OTHER = Rollcall.standard().backend();

    @BeforeAll
    static void fivePeople() {
        for (int n = 0; n < EMAILS.size(); n++) {
            var user = BACKEND.createUser(
                    EMAILS.get(n),
                    Browser.PASSWORD,
                    "first_name",
                    "Name" + (char) ('A' + n),
                    "last_name",
                    "Zed",
                    "external_id",
                    "ext-" + n);
            IDS.put("user" + n, user.text("/id"));
        }
    }

    @Test
    void aCreatedUserHasAVerifiedAddressAndSignsIn() {
        var user = BACKEND.get("/v1/users/" + IDS.get("user0")).ok();

        assertThat(user.text("/object")).isEqualTo("user");
        assertThat(user.text("/email_addresses/0/verification/status")).isEqualTo("verified");
        assertThat(user.text("/primary_email_address_id")).isEqualTo(user.text("/email_addresses/0/id"));
        assertThat(user.text("/external_id")).isEqualTo("ext-0");
        assertThat(user.at("/private_metadata").isObject()).isTrue();
        assertThat(user.at("/created_at").asLong()).isGreaterThan(1_700_000_000_000L);
        assertThat(APP.browser().signIn(EMAILS.get(0), Browser.PASSWORD)).startsWith("sess_");
    }

    @ParameterizedTest(name = "users?{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=2&order_by=created_at                        | NameA NameB",
                "limit=2&order_by=-created_at                       | NameE NameD",
                "limit=2&offset=1&order_by=created_at               | NameB NameC",
                "order_by=-first_name&limit=3                       | NameE NameD NameC",
                "order_by=created_at&email_address=$1&email_address=$3 | NameB NameD",
                "external_id=ext-2                                  | NameC",
                "order_by=created_at&external_id=-ext-2             | NameA NameB NameD NameE",
                "order_by=created_at&user_id=$user1&user_id=$user2  | NameB NameC",
                "query=nameb                                        | NameB",
                "name_query=NameC Zed                               | NameC",
                "email_address_query=n4-                            | NameE",
                "created_at_before=1000                             | ",
                "banned=true                                        | ",
                "username=nobody                                    | ",
            })
    void listsAndCountsFollowTheFilters(String query, String wanted) {
        var filled = query.strip().replace(" ", "%20");
        for (int n = 0; n < EMAILS.size(); n++) {
            filled = filled.replace("$user" + n, IDS.get("user" + n)).replace("$" + n, EMAILS.get(n));
        }
        var names = wanted == null ? List.<String>of() : List.of(wanted.strip().split(" "));
        var list = BACKEND.get("/v1/users?" + filled).ok();
        assertThat(list.json().isArray()).as("a bare list").isTrue();
        assertThat(list.json().findValuesAsText("first_name")).containsExactlyElementsOf(names);

        var unpaged = filled.replaceAll("&?(limit|offset|order_by)=[^&]*", "");
        var count = BACKEND.get("/v1/users/count?" + unpaged).ok();
        assertThat(count.text("/object")).isEqualTo("total_count");
        assertThat(count.at("/total_count").asInt()).isEqualTo(unpaged.isEmpty() ? IDS.size() : names.size());
    }

    @ParameterizedTest(name = "users?{0} is refused")
    @CsvSource({
        "limit=0, limit",
        "limit=501, limit",
        "limit=ten, limit",
        "offset=-1, offset",
        "order_by=shoe_size, order_by"
    })
    void aBadPageIsRefusedByName(String query, String parameter) {
        var code = query.equals("limit=ten") ? "form_param_type_invalid" : "form_param_value_invalid";
        BACKEND.get("/v1/users?" + query).refused(422, code, parameter);
    }

    @Test
    void namesAndExternalIdsCanBeChangedAndCleared() {
        var id = fresh();
        var changed = OTHER.patch("/v1/users/" + id, Map.of("first_name", "Ana", "external_id", "x-" + id))
                .ok();
        assertThat(changed.text("/first_name")).isEqualTo("Ana");
        var cleared = new HashMap<String, Object>();
        cleared.put("first_name", null);
        assertThat(OTHER.patch("/v1/users/" + id, cleared).ok().text("/first_name"))
                .isNull();
        assertThat(OTHER.get("/v1/users/" + id).ok().text("/external_id")).isEqualTo("x-" + id);
    }

    @Test
    void anExternalIdNamesOneUser() {
        assertThat(BACKEND.post(
                                "/v1/users",
                                Map.of(
                                        "email_address",
                                        List.of(Tenant.freshEmail()),
                                        "password",
                                        Browser.PASSWORD,
                                        "external_id",
                                        "ext-0"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theAppCanSetANewPassword() {
        var email = Tenant.freshEmail();
        var id = OTHER.createUser(email, Browser.PASSWORD).text("/id");
        OTHER.patch("/v1/users/" + id, Map.of("password", "another-Donkey-stapler-17"))
                .ok();
        assertThat(Rollcall.standard().browser().signIn(email, "another-Donkey-stapler-17"))
                .startsWith("sess_");
    }

    @Test
    void metadataAreMergedDeeplyAndNullRemoves() {
        var path = "/v1/users/" + fresh() + "/metadata";
        OTHER.patch(
                        path,
                        Map.of(
                                "public_metadata",
                                Map.of("a", Map.of("b", 1, "c", 2)),
                                "private_metadata",
                                Map.of("p", 1)))
                .ok();
        var nested = new HashMap<String, Object>();
        nested.put("b", null);
        nested.put("d", List.of(1, 2));
        var merged = OTHER.patch(path, Map.of("public_metadata", Map.of("a", nested)))
                .ok();

        assertThat(merged.at("/public_metadata").toString()).isEqualTo("{\"a\":{\"c\":2,\"d\":[1,2]}}");
        assertThat(merged.at("/private_metadata/p").asInt()).isEqualTo(1);
    }

    @Test
    void anSdkOfTodayCannotPatchMetadataWithTheUser() {
        OTHER.patch("/v1/users/" + fresh(), Map.of("public_metadata", Map.of("a", 1)))
                .refused(422, "form_param_unknown", "public_metadata");
    }

    @ParameterizedTest(name = "version \"{0}\"")
    @CsvSource({"2025-11-10", "2021-02-05", "''"})
    void anOlderSdkStillCan(String version) {
        var user = OTHER.speaking(version)
                .patch("/v1/users/" + fresh(), Map.of("public_metadata", Map.of("a", 1)))
                .ok();
        assertThat(user.at("/public_metadata/a").asInt()).isEqualTo(1);
    }

    @Test
    void anSdkOfTomorrowIsServed() {
        OTHER.speaking("2031-01-01").get("/v1/users/count").ok();
    }

    @Test
    void aDeletedUserIsGone() {
        var email = Tenant.freshEmail();
        var id = OTHER.createUser(email, Browser.PASSWORD).text("/id");
        var browser = Rollcall.standard().browser();
        var session = browser.signIn(email, Browser.PASSWORD);
        var deleted = OTHER.delete("/v1/users/" + id).ok();

        assertThat(deleted.at("/deleted").asBoolean()).isTrue();
        assertThat(deleted.text("/object")).isEqualTo("user");
        OTHER.get("/v1/users/" + id).refused(404, "resource_not_found");
        OTHER.delete("/v1/users/" + id).refused(404, "resource_not_found");
        browser.post("/v1/client/sessions/" + session + "/tokens").refused(401, "authentication_invalid");
    }

    @Test
    void anAddressNamesOneUser() {
        BACKEND.post("/v1/users", Map.of("email_address", List.of(EMAILS.get(0)), "password", Browser.PASSWORD))
                .refused(422, "form_identifier_exists", "email_address");
    }

    @Test
    void aWeakPasswordIsRefusedUnlessTheAppInsists() {
        var weak = Map.<String, Object>of("email_address", List.of(Tenant.freshEmail()), "password", "password123");
        assertThat(OTHER.post("/v1/users", weak).status()).isEqualTo(422);
        var insisting = new HashMap<>(weak);
        insisting.put("skip_password_checks", true);
        OTHER.post("/v1/users", insisting).ok();
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        OTHER.post("/v1/users", Map.of("email_address", List.of(Tenant.freshEmail()), "shoe_size", 43))
                .refused(422, "form_param_unknown", "shoe_size");
    }

    @ParameterizedTest(name = "key \"{0}\" is refused")
    @CsvSource({"''", "sk_test_nobody", "pk_test_bm9ib2R5JA"})
    void withoutASecretKeyThereIsNothing(String key) {
        assertThat(new Backend(key).get("/v1/users").status()).isEqualTo(401);
    }

    private static String fresh() {
        return OTHER.post(
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of("zz-" + UUID.randomUUID() + "@other.example"),
                                "password",
                                Browser.PASSWORD,
                                "last_name",
                                "Elsewhere"))
                .ok()
                .text("/id");
    }
}
