package dev.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Hostile;
import dev.rollcall.input.Input;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UserFiltersPropertiesTest {

    @Property
    void aFilterIsRefusedOrBindsWhatStrangersWrote(@ForAll("names") String name, @ForAll("texts") String text) {
        Hostile.refusedOrRead(() -> {
            var mark = "\u2603" + text; // occurs nowhere in our own SQL
            var filters = UserFilters.of(Input.ofForm(Map.of(name, List.of(mark, "+" + mark, "-" + mark))));
            assertThat(filters.text()).doesNotContain("\u2603");
            return filters;
        });
        Hostile.refusedOrRead(() -> UserFilters.of(Input.ofForm(Map.of(name, List.of(text)))));
    }

    @Property
    void anOrderIsOneOfOurs(@ForAll UserOrder.Column column, @ForAll boolean minus) {
        var clause =
                UserOrder.of(Optional.of((minus ? "-" : "+") + wire(column))).clause();
        assertThat(clause).matches(" order by [a-z_.,() ]+").endsWith(minus ? "u.id desc" : "u.id asc");
    }

    @Property
    void whatIsAddedToAnOrderMakesItNone(@ForAll UserOrder.Column column, @ForAll("texts") String text) {
        Assume.that(!text.isBlank());
        for (var sign : List.of("", "+", "-")) {
            assertThatThrownBy(() -> UserOrder.of(Optional.of(sign + wire(column) + text)))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static String wire(UserOrder.Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "email_address",
                "phone_number",
                "username",
                "web3_wallet",
                "user_id",
                "external_id",
                "organization_id",
                "query",
                "name_query",
                "email_address_query",
                "banned",
                "created_at_before",
                "last_active_at_since",
                "last_sign_in_at_after");
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts();
    }
}
