package dev.rollcall.user;

import dev.rollcall.error.CommonProblem;
import java.util.Locale;
import java.util.Optional;

/**
 * The orders in which users are listed. A missing value is the smallest, in both directions, and the id decides between equals,
 * so that each order has one index for both directions.
 */
record UserOrder(Column column, boolean descending) {

    /** What can be ordered by. */
    enum Column {
        CREATED_AT("u.created_at", false),
        UPDATED_AT("u.updated_at", false),
        LAST_ACTIVE_AT("u.last_active_at", true),
        LAST_SIGN_IN_AT("u.last_sign_in_at", true),
        FIRST_NAME("u.first_name", true),
        LAST_NAME("u.last_name", true),
        EMAIL_ADDRESS("u.sorted_email", true),
        PHONE_NUMBER("u.sorted_phone", true),
        WEB3WALLET("", false),
        USERNAME("u.sorted_username", true);

        private final String expression;
        private final boolean
                nullable; // an index is found by its exact order, which says nothing of nulls where there are none

        Column(String expression, boolean nullable) {
            this.expression = expression;
            this.nullable = nullable;
        }
    }

    /** Reads {@code order_by}: a column, after {@code +} (also decoded to a blank) or {@code -}; the newest first by default. */
    static UserOrder of(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return new UserOrder(Column.CREATED_AT, true);
        }
        var name = Signed.of(wanted.get());
        for (var column : Column.values()) {
            if (column.name().toLowerCase(Locale.ROOT).equals(name.value())) {
                return new UserOrder(column, name.minus());
            }
        }
        throw CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("order_by")
                .saying("order_by does not name a field that users can be ordered by.");
    }

    /** The {@code order by} clause. */
    String clause() {
        var absent = !column.nullable ? "" : descending ? " nulls last" : " nulls first";
        var direction = descending ? " desc" : " asc";
        if (column.expression.isEmpty()) {
            return " order by u.id" + direction;
        }
        return " order by " + column.expression + direction + absent + ", u.id" + direction;
    }

    /** The condition for what follows a user, whose creation time and id are bound in this place. */
    String after(String createdAt, String id) {
        return "(u.created_at, u.id) " + (descending ? "<" : ">") + " (" + createdAt + ", " + id + ")";
    }
}
