package dev.rollcall.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that instances keep sealed, on one page: where it lies, and what it is sealed for. Whoever seals another column adds it here,
 * or a replaced key-encryption key could never be dropped; a test finds what is missing.
 */
public enum SealedColumn {
    SECRET_KEY("secret_key", "sealed", "secret_key"),
    SIGNING_KEY("signing_key", "private_key", "signing_key"),
    MESSAGE("message", "sealed", "message"),
    MESSAGE_CHANNEL("message_channel", "sealed", "message_channel"),
    WEBHOOK_SECRETS("webhook_endpoint", "secrets", "webhook_endpoint"),
    WEBHOOK_HEADERS("webhook_endpoint", "headers", "webhook_headers"),
    WEBHOOK_EVENT("webhook_event", "payload", "webhook_event"),
    WEBHOOK_ATTEMPT("webhook_attempt", "response", "webhook_attempt"),
    /** Of all handshakes of an instance alike: they live for minutes. */
    HANDSHAKE("handshake", "sealed", "handshake") {
        @Override
        public String context(String instanceId, List<String> key) {
            return "handshake/" + instanceId;
        }
    },
    JWT_TEMPLATE("jwt_template", "sealed_signing_key", "jwt_template"),
    TOTP("totp", "secret", "totp"),
    IDEMPOTENCY("idempotency", "answer", "idempotency"),
    TRANSFER_PART("transfer_part", "sealed", "transfer_part", "transfer_id", "number");

    private final String table;
    private final String column;
    private final String purpose;
    private final List<String> key;

    SealedColumn(String table, String column, String purpose, String... key) {
        this.table = table;
        this.column = column;
        this.purpose = purpose;
        this.key = key.length == 0 ? List.of("id") : List.of(key);
    }

    /** What a value is sealed for; the key is that of its row, without the instance. */
    public String context(String instanceId, List<String> rowKey) {
        return Stream.concat(Stream.of(purpose, instanceId), rowKey.stream()).collect(Collectors.joining("/"));
    }

    /** The table it is in. */
    public String table() {
        return table;
    }

    /** The column that holds it. */
    public String column() {
        return column;
    }

    /** The columns of the primary key behind the instance. */
    public List<String> key() {
        return key;
    }

    /** The keys of rows that begin otherwise than {@code ?2}, behind a row whose key is given from {@code ?4} on, at most {@code ?3}. */
    String selectOthers(boolean behind) {
        var columns = String.join(", ", key);
        return "select " + texts() + " from " + table + " where instance_id = ?1 and " + column + " is not null"
                + " and substring(" + column + " from 1 for 5) <> ?2"
                + (behind ? " and (" + columns + ") > (" + parameters(4) + ")" : "") + " order by " + columns
                + " limit ?3";
    }

    /** One value, locked unless somebody else has it. */
    String selectOne() {
        return "select " + column + " from " + table + " where instance_id = ?1 and (" + String.join(", ", key)
                + ") = (" + parameters(2) + ") for update skip locked";
    }

    /** Replaces one value by {@code ?2}. */
    String update() {
        return "update " + table + " set " + column + " = ?2 where instance_id = ?1 and (" + String.join(", ", key)
                + ") = (" + parameters(3) + ")";
    }

    private String texts() {
        return key.stream().map(k -> "cast(" + k + " as text)").collect(Collectors.joining(", "));
    }

    /** A number comes back as the text that it was read as. */
    private String parameters(int from) {
        var parameters = new String[key.size()];
        Arrays.setAll(
                parameters,
                i -> key.get(i).equals("number") ? "cast(?" + (from + i) + " as integer)" : "?" + (from + i));
        return String.join(", ", parameters);
    }
}
