package dev.rollcall.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.bench.App;
import dev.rollcall.run.Stand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our server as operators run it, with nothing that development brings, and in it a production instance behind a proxy that speaks TLS. */
public final class Ours implements Target, AutoCloseable {

    static final String PASSWORD = "correct-Horse-battery-91";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOMAIN = "bench.example.org";
    private static final String APPLICATIONS = "/v1/platform/applications";

    private final Stand stand;
    private final Map<String, String> environment;
    private String instanceId;
    private String config;
    private String secretKey;

    /** Somebody who is signed in, in a browser of their own. */
    public record Member(String email, String userId, String sessionId, String cookies) {}

    private Ours(Stand stand) {
        this.stand = stand;
        this.environment = Map.of(
                "ROLLCALL_DEV", "false",
                "ROLLCALL_RATE_LIMITS", "off",
                "ROLLCALL_OUTBOUND_ALLOW", "127.0.0.0/8",
                "ROLLCALL_MASTER_KEY_FILE", stand.file("master.key").toString(),
                "ROLLCALL_PLATFORM_TOKEN", stand.known("ROLLCALL_PLATFORM_TOKEN"),
                "HTTPS_PORT", "-1");
    }

    /** On an empty database, which a first start, in development, gives its schema and its keys. */
    static Ours raise(Path home, Path wlp, String serverName) throws IOException, InterruptedException {
        var stand = Stand.raise(home, wlp, serverName, Map.of("UPDATE_TRIGGER", "disabled"));
        var ours = new Ours(stand);
        ours.stop();
        ours.start();
        ours.makeInstance();
        return ours;
    }

    @Override
    public String url() {
        return stand.url();
    }

    @Override
    public ProcessHandle process() {
        return stand.serverProcess();
    }

    @Override
    public ProcessHandle database() {
        return stand.databaseProcess();
    }

    @Override
    public Duration start() {
        long begun = System.nanoTime();
        stand.startServerAgain(environment);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void stop() {
        stand.stopServer();
    }

    @Override
    public void close() {
        stand.close();
    }

    Stand stand() {
        return stand;
    }

    /** The production instance that all of the load is for. */
    public String instanceId() {
        return instanceId;
    }

    /** A connection to the server's database. */
    public Connection connect() throws SQLException {
        return stand.connect();
    }

    /** The instance for measurements that come from elsewhere. */
    App app() {
        return new App(stand, secretKey, fromDevice(Request.get("/")).headers());
    }

    /** As a proxy hands on what a browser sends to the Frontend API. */
    public static Request fromBrowser(Request request) {
        return fromDevice(request).header("Origin", "https://" + DOMAIN);
    }

    /** The same for what an app on a device sends, which has no cookies. */
    static Request fromDevice(Request request) {
        return request.header("X-Forwarded-Host", "clerk." + DOMAIN).header("X-Forwarded-Proto", "https");
    }

    /** The same from a browser in which somebody is signed in. */
    public static Request from(Member member, Request request) {
        return fromBrowser(request).header("Cookie", member.cookies());
    }

    /** As an app's server asks the Backend API. */
    public Request fromServer(Request request) {
        return request.header("Authorization", "Bearer " + secretKey);
    }

    /** So many people who have just signed in with a password. */
    public List<Member> members(int count) throws IOException, InterruptedException {
        var members = new ArrayList<Member>();
        for (int n = 0; n < count; n++) {
            members.add(signIn(person()));
        }
        return members;
    }

    /** The address of somebody new, whose password is {@link #PASSWORD}. */
    public String person() throws IOException, InterruptedException {
        var email = "member-" + Long.toString(System.nanoTime(), 36) + "@example.com";
        var body = Map.of("email_address", List.of(email), "password", PASSWORD);
        send(fromServer(Request.json("POST", "/v1/users", JSON.writeValueAsString(body))));
        return email;
    }

    /** How somebody signs in in a browser that has never been here. */
    public static Request signInOf(String email) {
        return fromBrowser(
                Request.form("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", PASSWORD));
    }

    /** A template of tokens with these claims. */
    void template(String name, Map<String, String> claims) throws IOException, InterruptedException {
        var body = Map.of("name", name, "claims", claims);
        send(fromServer(Request.json("POST", "/v1/jwt_templates", JSON.writeValueAsString(body))));
    }

    private Member signIn(String email) throws IOException, InterruptedException {
        var answer = send(signInOf(email));
        var session = JSON.readTree(answer.body()).at("/client/sessions/0");
        if (session.isMissingNode()) {
            throw new IllegalStateException("no session after a sign-in: " + answer.body());
        }
        var cookies = answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
        return new Member(
                email, session.at("/user/id").asText(), session.path("id").asText(), cookies);
    }

    private void makeInstance() throws IOException, InterruptedException {
        var made = operator(
                "POST",
                APPLICATIONS,
                Map.of("name", "Bench", "domain", DOMAIN, "environment_types", List.of("production")));
        var application = APPLICATIONS + "/" + made.path("application_id").asText();
        var instance = operator("GET", application + "?include_secret_keys=true", Map.of())
                .at("/instances/0");
        instanceId = instance.path("instance_id").asText();
        secretKey = instance.path("secret_key").asText();
        config = application + "/instances/" + instanceId + "/config";
        // A code by mail for each new browser is not what is measured
        configure(Map.of("sign_in", Map.of("client_trust", false)));
    }

    /** Changes settings of the instance. */
    void configure(Map<String, ?> settings) throws IOException, InterruptedException {
        operator("PATCH", config, settings);
    }

    private JsonNode operator(String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var text = body.isEmpty() ? "" : JSON.writeValueAsString(body);
        var request = Request.json(method, path, text)
                .header("Authorization", "Bearer " + stand.known("ROLLCALL_PLATFORM_TOKEN"));
        return JSON.readTree(send(request).body());
    }
}
