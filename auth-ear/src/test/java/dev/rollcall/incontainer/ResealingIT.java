package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.contract.Hooks;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.platform.SealedColumn;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** A key-encryption key is replaced: all that it sealed is sealed anew, and then nothing needs it any more. */
class ResealingIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final String[] KEYS =
            System.getProperty("rollcall.master.keys").split(",");

    /** What is bytes and no secret, or lies above all instances. */
    private static final Set<String> OTHERS = Set.of(
            "signing_key.public_key",
            "profile_image.content",
            "application_image.content",
            "platform_token.sealed",
            "passkey.credential");

    private final Sealer current = sealer(KEYS[0]);
    private final Sealer former = sealer(KEYS[1]);

    @Test
    void whateverAFormerKeySealedIsSealedAnew() throws Exception {
        var app = withSecrets();
        var aged = new EnumMap<SealedColumn, Integer>(SealedColumn.class);
        try (var database = EmbeddedPostgres.connect()) {
            for (var column : SealedColumn.values()) {
                aged.put(column, sealByFormerKey(database, app.instanceId(), column));
            }
        }
        assertThat(aged.entrySet().stream().filter(e -> e.getValue() > 0).map(Map.Entry::getKey))
                .contains(
                        SealedColumn.SECRET_KEY,
                        SealedColumn.SIGNING_KEY,
                        SealedColumn.MESSAGE,
                        SealedColumn.MESSAGE_CHANNEL,
                        SealedColumn.WEBHOOK_SECRETS,
                        SealedColumn.WEBHOOK_HEADERS,
                        SealedColumn.JWT_TEMPLATE,
                        SealedColumn.TRANSFER_PART);

        Schedules.run("resealing");

        try (var database = EmbeddedPostgres.connect()) {
            for (var column : SealedColumn.values()) {
                for (var row : rows(database, app.instanceId(), column)) {
                    var context = column.context(app.instanceId(), row.key());
                    assertThat(current.isCurrent(row.sealed()))
                            .as("%s %s", column, row.key())
                            .isTrue();
                    assertThat(current.openBytes(row.sealed(), context)).isNotNull();
                }
            }
        }
        app.backend().get("/v1/messages").ok();
    }

    /** A column that nobody told of would keep a former key in use for ever. */
    @Test
    void everySealedColumnIsKnown() throws SQLException {
        var found = new TreeSet<String>();
        try (var database = EmbeddedPostgres.connect();
                var statement = database.prepareStatement("""
                        select table_name || '.' || column_name from information_schema.columns
                         where table_schema = 'public' and data_type = 'bytea' and table_name not like 'jb\\_%'""");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        var known = new TreeSet<>(OTHERS);
        for (var column : SealedColumn.values()) {
            known.add(column.table() + "." + column.column());
        }
        assertThat(found).isEqualTo(known);
    }

    private static Tenant withSecrets() throws Exception {
        var app = OPERATOR.development();
        var email = Tenant.freshEmail();
        app.browser().signUp(email);
        app.backend()
                .put(
                        "/v1/message_channels/email",
                        Map.of(
                                "kind", "smtp",
                                "host", "mail.example.com",
                                "username", "app",
                                "password", "secret",
                                "from_email_address", "hello@example.com"))
                .ok();
        app.backend()
                .post(
                        "/v1/jwt_templates",
                        Map.of(
                                "name", "own",
                                "claims", Map.of("a", 1),
                                "custom_signing_key", true,
                                "signing_algorithm", "HS256",
                                "signing_key", "0123456789abcdef0123456789abcdef0123456789abcdef"))
                .ok();
        new Hooks(app)
                .post("/endpoint", Map.of("url", "https://example.invalid/"))
                .text("/id");
        var upload =
                app.backend().post("/v1/imports", Map.of("format", "csv")).ok().text("/id");
        var part = HttpRequest.newBuilder(URI.create(Rollcall.url() + "/v1/imports/" + upload + "/parts/1"))
                .header("Authorization", "Bearer " + app.secretKey())
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofString("email_address\na@example.com\n"));
        assertThat(HttpClient.newHttpClient()
                        .send(part.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        return app;
    }

    private record SealedRow(List<String> key, byte[] sealed) {}

    private static List<SealedRow> rows(Connection database, String instance, SealedColumn column) throws SQLException {
        var rows = new ArrayList<SealedRow>();
        var sql = "select " + column.column() + ", " + String.join(", ", column.key()) + " from " + column.table()
                + " where instance_id = ? and " + column.column() + " is not null";
        try (var statement = database.prepareStatement(sql)) {
            statement.setString(1, instance);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var key = new ArrayList<String>();
                    for (int i = 0; i < column.key().size(); i++) {
                        key.add(found.getString(i + 2));
                    }
                    rows.add(new SealedRow(key, found.getBytes(1)));
                }
            }
        }
        return rows;
    }

    private int sealByFormerKey(Connection database, String instance, SealedColumn column) throws SQLException {
        var rows = rows(database, instance, column);
        for (var row : rows) {
            var context = column.context(instance, row.key());
            var sql = "update " + column.table() + " set " + column.column() + " = ? where instance_id = ?"
                    + String.join(
                            "",
                            column.key().stream()
                                    .map(k -> " and cast(" + k + " as text) = ?")
                                    .toList());
            try (var statement = database.prepareStatement(sql)) {
                statement.setBytes(1, former.sealBytes(current.openBytes(row.sealed(), context), context));
                statement.setString(2, instance);
                for (int i = 0; i < row.key().size(); i++) {
                    statement.setString(i + 3, row.key().get(i));
                }
                statement.executeUpdate();
            }
        }
        return rows.size();
    }

    private static Sealer sealer(String key) {
        var config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) ->
                        arguments[0].equals("ROLLCALL_MASTER_KEY") ? Optional.of(key) : Optional.empty());
        return new Sealer(new ServerConfig(config));
    }
}
