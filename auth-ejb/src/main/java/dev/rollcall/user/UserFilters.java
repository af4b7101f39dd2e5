package dev.rollcall.user;

import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The conditions a list of users must meet, read from a query. What a request brings is bound as a parameter and
 * never becomes part of the text; each condition that looks elsewhere is a set of ids, so that the planner may start from it.
 */
final class UserFilters {

    private static final int MOST_VALUES = 100;
    private static final String IDENTIFIED =
            "u.id in (select i.user_id from identification i where i.instance_id = ?1 and %s)";

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final List<UserSearch> searches = new ArrayList<>();

    /** Reads every filter of the query; values out of range or of the wrong type are refused by name. */
    static UserFilters of(Input query) {
        var filters = new UserFilters();
        for (var type : IdentifierType.values()) {
            filters.identifier(query, type);
        }
        filters.signed(query, "user_id", "u.id");
        filters.signed(query, "external_id", "u.external_id");
        filters.nothingYet(query);
        query.text("query").ifPresent(part -> filters.searches.add(UserSearch.anywhere(part, filters::bind)));
        query.text("name_query").ifPresent(part -> filters.searches.add(UserSearch.inNames(part, filters::bind)));
        query.flag("banned").ifPresent(banned -> filters.and(banned ? "u.banned" : "not u.banned"));
        filters.moment(query, "created_at_before", "u.created_at <");
        filters.moment(query, "created_at_after", "u.created_at >");
        filters.moment(query, "last_active_at_before", "u.last_active_at <");
        filters.moment(query, "last_active_at_after", "u.last_active_at >");
        filters.moment(query, "last_active_at_since", "u.last_active_at >=");
        filters.moment(query, "last_sign_in_at_before", "u.last_sign_in_at <");
        filters.moment(query, "last_sign_in_at_after", "u.last_sign_in_at >");
        return filters;
    }

    /** The conditions, each after an {@code and}. */
    String text() {
        return text.toString();
    }

    /** The parts of texts that are searched for, which are not among the conditions. */
    List<UserSearch> searches() {
        return searches;
    }

    /** Whether all users are meant. */
    boolean none() {
        return text.isEmpty() && searches.isEmpty();
    }

    /** What the conditions and searches bind, from {@code ?2} on. */
    Object[] values() {
        return values.toArray();
    }

    /** Adds a condition. */
    void and(String condition) {
        text.append(" and ").append(condition);
    }

    /** Binds a value; answers the place that stands for it in the text. */
    String bind(Object value) {
        values.add(value);
        return "?" + (values.size() + 1);
    }

    private void identifier(Input query, IdentifierType type) {
        var ofType = "i.type = '" + type + "' and ";
        var wanted = query.list(type.wire(), MOST_VALUES);
        if (!wanted.isEmpty()) {
            and(IDENTIFIED.formatted(ofType + "i.canonical in "
                    + places(wanted.stream().map(Identifiers::canonical).toList())));
        }
        query.text(type.wire() + "_query")
                .ifPresent(part -> searches.add(UserSearch.inIdentifier(type.name(), part, this::bind)));
    }

    private void signed(Input query, String name, String column) {
        var wanted = query.list(name, MOST_VALUES).stream().map(Signed::of).toList();
        var included = wanted.stream()
                .filter(Predicate.not(Signed::minus))
                .map(Signed::value)
                .toList();
        var excluded = wanted.stream().filter(Signed::minus).map(Signed::value).toList();
        if (!included.isEmpty()) {
            and(column + " in " + places(included));
        }
        if (!excluded.isEmpty()) {
            and("(" + column + " is null or " + column + " not in " + places(excluded) + ")");
        }
    }

    /** Nobody is in an organization or has an external account in this version: whoever asks for one finds nobody. */
    private void nothingYet(Input query) {
        boolean inOrganization = query.list("organization_id", MOST_VALUES).stream()
                .anyMatch(id -> !Signed.of(id).minus());
        boolean withAccount = !query.list("provider_user_id", MOST_VALUES).isEmpty();
        if (withAccount && query.text("provider").isEmpty()) {
            throw Input.missing("provider");
        }
        if (inOrganization || withAccount) {
            and("false");
        }
    }

    private void moment(Input query, String name, String comparison) {
        query.moment(name).ifPresent(at -> and(comparison + " " + bind(Timestamp.from(at))));
    }

    private String places(List<String> list) {
        return list.stream().map(this::bind).collect(Collectors.joining(", ", "(", ")"));
    }
}
