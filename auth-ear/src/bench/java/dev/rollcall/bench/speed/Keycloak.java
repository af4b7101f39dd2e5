package dev.rollcall.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.run.Stand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak in production mode and optimized, on the same PostgreSQL and the same JDK, with its own defaults but for these: passwords cost
 * what ours cost, no cluster, sessions that outlive the benchmark. Events are not stored and nobody is locked out, which is its default.
 */
public final class Keycloak implements Target, AutoCloseable {

    static final String REALM = "bench";
    static final String SECRET = "bench-client-secret";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATABASE = "keycloak";
    private static final String ADMIN = "admin";

    private final Stand stand;
    private final OtherServer server;
    private final int port;

    private Keycloak(Stand stand, OtherServer server, int port) {
        this.stand = stand;
        this.server = server;
        this.port = port;
    }

    /** Fetches it if that has not been done, makes its database, starts it twice, and gives it a realm. */
    static Keycloak raise(Path cache, Path logs, Stand stand) throws Exception {
        var home = new Distribution(cache).ready();
        try (var connection = stand.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        int port = Stand.freePort();
        int management = Stand.freePort();
        var other = new OtherServer(
                List.of(
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--optimized",
                        "--db-url=" + stand.database(DATABASE),
                        "--db-username=postgres",
                        "--db-password=postgres",
                        "--cache=local",
                        "--hostname=http://localhost:" + port,
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + management,
                        "--spi-password-hashing--argon2--memory=" + Hashing.MEMORY,
                        "--spi-password-hashing--argon2--iterations=" + Hashing.PASSES),
                "kc.sh start",
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN),
                logs.resolve("keycloak.log"),
                "http://127.0.0.1:" + management + "/health/ready");
        var keycloak = new Keycloak(stand, other, port);
        keycloak.start(); // makes its schema
        keycloak.makeRealm();
        keycloak.stop();
        keycloak.start();
        return keycloak;
    }

    @Override
    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public ProcessHandle process() {
        return server.process();
    }

    @Override
    public ProcessHandle database() {
        return stand.databaseProcess();
    }

    @Override
    public Duration start() throws Exception {
        return server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
    }

    /** A connection to its database. */
    public Connection connect() throws SQLException {
        return stand.connect(DATABASE);
    }

    /** The path of something in the realm, as people's browsers ask for it. */
    static String realm(String path) {
        return "/realms/" + REALM + path;
    }

    /** A request to the admin API, below the realm; null is no body. */
    public JsonNode admin(String method, String path, Object body) throws IOException, InterruptedException {
        return asked(method, "/admin/realms/" + REALM + path, body);
    }

    /** An admin's token, which works for ten hours. */
    public String adminToken() throws IOException, InterruptedException {
        var answer = send(Request.form(
                "/realms/master/protocol/openid-connect/token",
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN,
                "password",
                ADMIN));
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    /** Somebody new, by their name, with the password that ours have. */
    public String person() throws IOException, InterruptedException {
        var name = "member-" + Long.toString(System.nanoTime(), 36);
        admin(
                "POST",
                "/users",
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.com",
                        "emailVerified",
                        true,
                        "firstName",
                        "Ada",
                        "lastName",
                        "Member",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", Ours.PASSWORD, "temporary", false))));
        return name;
    }

    /** How somebody signs in: the password grant. With the scope {@code openid} there is an ID token as well, and userinfo answers. */
    public static Request signInOf(String person, String scope) {
        return token("grant_type", "password", "scope", scope, "username", person, "password", Ours.PASSWORD);
    }

    /** A request for tokens by the one client. */
    public static Request token(String... fields) {
        var all = new ArrayList<>(List.of("client_id", "app", "client_secret", SECRET));
        all.addAll(List.of(fields));
        return Request.form(realm("/protocol/openid-connect/token"), all.toArray(String[]::new));
    }

    /** The tokens that somebody gets who signs in. */
    public JsonNode signIn(String person, String scope) throws IOException, InterruptedException {
        return JSON.readTree(send(signInOf(person, scope)).body());
    }

    private void makeRealm() throws IOException, InterruptedException {
        var tenHours = 36_000;
        asked(
                "PUT",
                "/admin/realms/master",
                Map.of("accessTokenLifespan", tenHours, "ssoSessionMaxLifespan", tenHours));
        var realm = new LinkedHashMap<String, Object>(Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "sslRequired",
                "none",
                "eventsEnabled",
                false,
                "adminEventsEnabled",
                false,
                "bruteForceProtected",
                false,
                "accessTokenLifespan",
                tenHours,
                "ssoSessionIdleTimeout",
                tenHours,
                "ssoSessionMaxLifespan",
                tenHours,
                "passwordPolicy",
                "hashAlgorithm(argon2) and hashIterations(" + Hashing.PASSES + ")"));
        realm.put(
                "clients",
                List.of(Map.of(
                        "clientId",
                        "app",
                        "enabled",
                        true,
                        "publicClient",
                        false,
                        "secret",
                        SECRET,
                        "directAccessGrantsEnabled",
                        true,
                        "redirectUris",
                        List.of("https://bench.example.org/*"))));
        asked("POST", "/admin/realms", realm);
    }

    private JsonNode asked(String method, String path, Object body) throws IOException, InterruptedException {
        var text = body == null ? "" : JSON.writeValueAsString(body);
        var answer = send(Request.json(method, path, text).header("Authorization", "Bearer " + adminToken()));
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
