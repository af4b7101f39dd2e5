package dev.rollcall.audit;

import dev.rollcall.input.Input;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which events an operator wants to see. What a request brings is bound as a parameter and never becomes part of the text. */
final class AuditFilter {

    private static final Set<String> NAMES = Set.of(
            "limit",
            "offset",
            "starting_after",
            "format",
            "action",
            "actor_type",
            "actor_id",
            "target_type",
            "target_id",
            "trace_id",
            "created_at_after",
            "created_at_before");
    private static final int MOST_VALUES = 100;

    private final StringBuilder text = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    private AuditFilter() {}

    /** Reads the filters of a query; what cannot be meant is refused by name. */
    static AuditFilter of(Input query) {
        query.only(NAMES);
        var filter = new AuditFilter();
        for (var name : List.of("action", "actor_type", "actor_id", "target_type", "target_id", "trace_id")) {
            filter.in(name, query.list(name, MOST_VALUES));
        }
        filter.moment(query, "created_at_after", ">=");
        filter.moment(query, "created_at_before", "<");
        return filter;
    }

    /** Only those of this instance. */
    AuditFilter within(String instanceId) {
        text.append(" and e.instance_id = ?");
        values.add(instanceId);
        return this;
    }

    /** Only those behind an event, newest first. */
    AuditFilter behind(Timestamp createdAt, String id) {
        text.append(" and (e.created_at, e.id) < (?, ?)");
        values.add(createdAt);
        values.add(id);
        return this;
    }

    /** The condition; every value's place is a question mark. */
    String text() {
        return text.toString();
    }

    /** Binds the values; answers the next place. */
    int bind(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (var value : values) {
            statement.setObject(place++, value);
        }
        return place;
    }

    private void in(String name, List<String> wanted) {
        if (!wanted.isEmpty()) {
            text.append(
                    wanted.stream().map(w -> "?").collect(Collectors.joining(", ", " and e." + name + " in (", ")")));
            values.addAll(wanted);
        }
    }

    private void moment(Input query, String name, String comparison) {
        query.moment(name).ifPresent(at -> {
            text.append(" and e.created_at ").append(comparison).append(" ?");
            values.add(Timestamp.from(at));
        });
    }
}
