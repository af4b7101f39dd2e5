package dev.rollcall.user;

import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which users a query wants, in which order, and how many there are: by indexes alone, however many users there are. */
@ApplicationScoped
public class UserList {

    /** Among how many a search first looks for its page: a few tell what is rare, so that only what is not is sought among more. */
    private static final List<Integer> FIRST = List.of(100, 1000);

    @Inject
    private Rows rows;

    /** The ids of one page of users, in order. */
    public List<String> ids(String instanceId, Input query) {
        var filters = UserFilters.of(query);
        var order = UserOrder.of(query.text("order_by"));
        var page = Page.of(query);
        query.text("starting_after").ifPresent(id -> startAfter(instanceId, id, filters, order, page));
        var selection = new UserSelection(filters, order, page);
        if (filters.searches().isEmpty()) {
            return ids(instanceId, selection.page(), filters);
        }
        for (int first : FIRST) {
            var among = ids(instanceId, selection.pageAmong(first), filters);
            if (among.size() == page.limit()) {
                return among;
            }
            if (among.isEmpty() && page.offset() == 0) {
                break;
            }
        }
        return ids(instanceId, selection.pageOfFound(), filters);
    }

    /** How many users meet the query's filters. */
    public long count(String instanceId, Input query) {
        var filters = UserFilters.of(query);
        // A count touches every row it counts; the planner would rather read all instances' users than one instance's
        // index
        rows.sql(instanceId, "select set_config('enable_seqscan', 'off', true) where ?1 <> ''")
                .list();
        return ((Number) rows.sql(instanceId, UserSelection.count(filters))
                        .with(filters.values())
                        .list()
                        .get(0)[0])
                .longValue();
    }

    private List<String> ids(String instanceId, String statement, UserFilters filters) {
        return rows.sql(instanceId, statement).with(filters.values()).list().stream()
                .map(columns -> (String) columns[0])
                .toList();
    }

    /** A cursor needs an order that is unique and never changes, which only the time of creation (with the id) is. */
    private void startAfter(String instanceId, String userId, UserFilters filters, UserOrder order, Page page) {
        if (order.column() != UserOrder.Column.CREATED_AT) {
            throw refused("starting_after can only be combined with the order created_at.");
        }
        if (page.offset() != 0) {
            throw refused("starting_after cannot be combined with an offset.");
        }
        var found = rows.sql(instanceId, "select created_at from users where instance_id = ?1 and id = ?2")
                .with(userId)
                .list();
        if (found.isEmpty()) {
            throw refused("starting_after must be the id of a user.");
        }
        filters.and(order.after(filters.bind(found.get(0)[0]), filters.bind(userId)));
    }

    private static RuntimeException refused(String sentence) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("starting_after").saying(sentence);
    }
}
