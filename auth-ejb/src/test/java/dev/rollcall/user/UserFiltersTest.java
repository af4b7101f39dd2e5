package dev.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFiltersTest {

    private static final String HOSTILE = "x') or true; drop table users; --";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email_address",
                "username",
                "phone_number",
                "web3_wallet",
                "user_id",
                "external_id",
                "query",
                "email_address_query",
                "username_query",
                "phone_number_query",
                "name_query",
                "organization_id"
            })
    void whatARequestBringsNeverBecomesText(String name) {
        var filters = UserFilters.of(query(name, HOSTILE));
        var text = filters.text() + filters.searches();
        assertThat(text).doesNotContain("drop table");
        var places = Pattern.compile("\\?([0-9]+)")
                .matcher(text)
                .results()
                .map(place -> Integer.parseInt(place.group(1)))
                .filter(n -> n > 1)
                .distinct()
                .toList();
        assertThat(places).hasSize(filters.values().length).allMatch(n -> n <= filters.values().length + 1);
    }

    @Test
    void aSignIncludesOrExcludes() {
        var filters = UserFilters.of(query("user_id", "user_a", "+user_b", " user_c", "-user_d"));
        assertThat(filters.text()).isEqualTo(" and u.id in (?2, ?3, ?4) and (u.id is null or u.id not in (?5))");
        assertThat(filters.values()).containsExactly("user_a", "user_b", "user_c", "user_d");
    }

    @Test
    void identifiersAreComparedInTheirCanonicalForm() {
        assertThat(UserFilters.of(query("email_address", "Ada@Example.ORG")).values())
                .containsExactly("ada@example.org");
    }

    @Test
    void nobodyIsInAnOrganizationAndEverybodyIsOutsideOne() {
        assertThat(UserFilters.of(query("organization_id", "org_a")).text()).isEqualTo(" and false");
        assertThat(UserFilters.of(query("organization_id", "-org_a")).text()).isEmpty();
    }

    @Test
    void aHundredValuesAreTheMost() {
        var many = Input.ofForm(Map.of("email_address", Collections.nCopies(101, "a@b.co")));
        assertRefused(() -> UserFilters.of(many), CommonProblem.FORM_PARAM_VALUE_INVALID, "email_address");
    }

    @ParameterizedTest(name = "{0}={1} -> {2}")
    @CsvSource({
        "created_at_before, -1,                  FORM_PARAM_VALUE_INVALID",
        "created_at_after,  9223372036854775807, FORM_PARAM_VALUE_INVALID",
        "last_active_at_since, yesterday,        FORM_PARAM_TYPE_INVALID",
        "banned,            perhaps,             FORM_PARAM_TYPE_INVALID",
    })
    void valuesOutOfRangeAreRefusedByName(String name, String value, CommonProblem problem) {
        assertRefused(() -> UserFilters.of(query(name, value)), problem, name);
    }

    @ParameterizedTest(name = "order_by={0} -> {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,               ' order by u.created_at desc, u.id desc'",
                "created_at,      ' order by u.created_at asc, u.id asc'",
                "+created_at,     ' order by u.created_at asc, u.id asc'",
                "' created_at',   ' order by u.created_at asc, u.id asc'",
                "-last_active_at, ' order by u.last_active_at desc nulls last, u.id desc'",
                "first_name,      ' order by u.first_name asc nulls first, u.id asc'",
                "-email_address,  ' order by u.sorted_email desc nulls last, u.id desc'",
            })
    void anOrderIsTotalAndHasAnIndexInBothDirections(String wanted, String clause) {
        assertThat(UserOrder.of(Optional.ofNullable(wanted)).clause()).isEqualTo(clause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shoe_size", "u.id; drop table users", "CREATED_AT", "--created_at", "-"})
    void anUnknownOrderIsRefused(String wanted) {
        assertRefused(() -> UserOrder.of(Optional.of(wanted)), CommonProblem.FORM_PARAM_VALUE_INVALID, "order_by");
    }

    private static Input query(String name, String... values) {
        return Input.ofForm(Map.of(name, List.of(values)));
    }

    private static void assertRefused(Runnable asking, CommonProblem problem, String parameter) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(problem);
            assertThat(refusal.meta()).containsEntry("param_name", parameter);
        });
    }
}
