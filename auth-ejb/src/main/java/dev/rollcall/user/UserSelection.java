package dev.rollcall.user;

import dev.rollcall.page.Page;
import java.util.stream.Collectors;

/**
 * The statements behind a list of users. A search has several, because no estimate tells beforehand how many will be found: first the page
 * is looked for among the first users in the wanted order, where anything that is not rare turns up; what is rare is then looked up and
 * sorted. All leave the planner no choice that grows with the number of users.
 */
record UserSelection(UserFilters filters, UserOrder order, Page part) {

    /** The page without a search. */
    String page() {
        return "select u.id from users u where u.instance_id = ?1" + filters.text() + ending();
    }

    /** The page of those that a search finds among so many first ones; right if it is full. */
    String pageAmong(int first) {
        return "select u.id from (select u.* from users u where u.instance_id = ?1" + filters.text() + order.clause()
                + " limit " + first + ") u where " + probes(0) + ending();
    }

    /** The page of those that a search finds anywhere. */
    String pageOfFound() {
        return found("select u.id") + ending();
    }

    /** How many there are. */
    static String count(UserFilters filters) {
        if (filters.none()) {
            return "select coalesce(sum(t.difference), 0) from user_tally t where t.instance_id = ?1";
        }
        if (filters.searches().isEmpty()) {
            return "select count(*) from users u where u.instance_id = ?1" + filters.text();
        }
        var only = filters.searches().get(0).found();
        return filters.text().isEmpty() && filters.searches().size() == 1
                ? "select count(distinct f.id) from (" + only + ") f"
                : new UserSelection(filters, null, null).found("select count(*)");
    }

    /** One search finds, the others are asked. "offset 0" keeps the planner from reading all users instead. */
    private String found(String select) {
        var rest = filters.searches().size() > 1 ? " and " + probes(1) : "";
        return "with found as materialized (select distinct f.id from ("
                + filters.searches().get(0).found() + ") f) " + select
                + " from found cross join lateral"
                + " (select v.* from users v where v.instance_id = ?1 and v.id = found.id offset 0) u where true"
                + filters.text() + rest;
    }

    private String probes(int from) {
        return filters.searches().stream().skip(from).map(UserSearch::probe).collect(Collectors.joining(" and "));
    }

    private String ending() {
        return order.clause() + " limit " + part.limit() + " offset " + part.offset();
    }
}
