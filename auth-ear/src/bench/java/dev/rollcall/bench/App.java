package dev.rollcall.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.run.Stand;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * The server under measurement as an app sees it, and its database as an operator does.
 *
 * @param secretKey of the app's instance
 * @param fromProxy headers that tell the Frontend API which instance is meant; none for the one that developers have
 */
public record App(Stand stand, String secretKey, Map<String, String> fromProxy) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The instance that developers have. */
    App(Stand stand) {
        this(stand, stand.known("CLERK_SECRET_KEY"), Map.of());
    }

    /** A request to the Backend API; a body of null is none. */
    JsonNode backend(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(stand.url() + path))
                .header("Authorization", "Bearer " + secretKey)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** A form to the Frontend API by a client without cookies; {@code token} is what it was given, empty at first. */
    HttpResponse<String> frontend(String path, String token, Map<String, String> form)
            throws IOException, InterruptedException {
        var text = new StringBuilder();
        form.forEach((name, value) -> text.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        var request = HttpRequest.newBuilder(URI.create(stand.url() + path + "?_is_native=1"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(text.toString()));
        fromProxy.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        check(answer);
        return answer;
    }

    /** The first column of the first row. */
    public String query(String sql) throws SQLException {
        try (var connection = stand.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    public int update(String sql) throws SQLException {
        try (var connection = stand.connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** So many jobs that do nothing, due now. */
    public void probes(int count, int rank) throws SQLException {
        update(("insert into job (instance_id, id, type, priority, payload, state, run_at, created_at)"
                        + " select (select id from instance limit 1), 'job_' || lpad(((extract(epoch from clock_timestamp()) * 1000000)::bigint)::text, 20, '0') || lpad(n::text, 7, '0'), 'probe', %d, '{}', 'PENDING',"
                        + " clock_timestamp(), clock_timestamp() from generate_series(1, %d) n")
                .formatted(rank, count));
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        check(answer);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private static void check(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
