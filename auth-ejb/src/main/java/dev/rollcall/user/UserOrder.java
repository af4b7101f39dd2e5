package dev.rollcall.user;

import dev.rollcall.error.CommonProblem;
import java.util.Locale;
import java.util.Optional;

/**
 * The orders in which users are listed. A missing value is the smallest, in both directions, and the id decides between equals,
 * so that each order has one index for both directions.
 */
record UserOrder(Column column, boolean descending) {

    private static final String JOIN = " left join identification o on o.instance_id = u.instance_id and ";

    /** What can be ordered by; phone numbers and wallets do not exist yet, so that only the id orders them. */
    enum Column {
        CREATED_AT("u.created_at", "", false),
        UPDATED_AT("u.updated_at", "", false),
        LAST_ACTIVE_AT("u.last_active_at", "", true),
        LAST_SIGN_IN_AT("u.last_sign_in_at", "", true),
        FIRST_NAME("u.first_name", "", true),
        LAST_NAME("u.last_name", "", true),
        EMAIL_ADDRESS("o.canonical", JOIN + "o.id = u.primary_email_address_id", true),
        PHONE_NUMBER("o.canonical", JOIN + "o.id = u.primary_phone_number_id", true),
        WEB3WALLET("o.canonical", JOIN + "o.id = u.primary_web3_wallet_id", true),
        USERNAME("o.canonical", JOIN + "o.user_id = u.id and o.type = 'USERNAME'", true);

        private final String expression;
        private final String join;
        private final boolean
                nullable; // an index is found by its exact order, which says nothing of nulls where there are none

        Column(String expression, String join, boolean nullable) {
            this.expression = expression;
            this.join = join;
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

    /** What the order needs beside the users' own table. */
    String join() {
        return column.join;
    }

    /** The {@code order by} clause. */
    String clause() {
        var absent = !column.nullable ? "" : descending ? " nulls last" : " nulls first";
        var direction = descending ? " desc" : " asc";
        return " order by " + column.expression + direction + absent + ", u.id" + direction;
    }

    /** The condition for what follows a user, whose creation time and id are bound in this place. */
    String after(String createdAt, String id) {
        return "(u.created_at, u.id) " + (descending ? "<" : ">") + " (" + createdAt + ", " + id + ")";
    }
}
