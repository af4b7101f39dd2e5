package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays an operator: the Platform API with a token. */
public final class Operator {

    private final String token;

    Operator(String token) {
        this.token = token;
    }

    /** The operator whose token stands in {@code dev.env}. */
    public static Operator platform() {
        return new Operator(Rollcall.known("ROLLCALL_PLATFORM_TOKEN"));
    }

    /** A new application's development instance. */
    public Tenant development() {
        return application(Map.of("name", "App " + UUID.randomUUID(), "environment_types", List.of("development")));
    }

    /** A new application's production instance, on a domain of its own. */
    public Tenant production() {
        return production("app-" + UUID.randomUUID().toString().substring(0, 8) + ".example.org");
    }

    /** A new application's production instance on that domain. */
    public Tenant production(String domain) {
        return application(
                Map.of("name", "App " + domain, "domain", domain, "environment_types", List.of("production")));
    }

    private Tenant application(Map<String, ?> body) {
        var created = post("/v1/platform/applications", body).ok();
        return tenant(get("/v1/platform/applications/" + created.text("/application_id") + "?include_secret_keys=true")
                .ok()
                .json());
    }

    private static Tenant tenant(JsonNode application) {
        var instance = application.at("/instances/0");
        return new Tenant(
                application.path("application_id").asText(),
                instance.path("instance_id").asText(),
                instance.path("publishable_key").asText(),
                instance.path("secret_key").asText(),
                instance.path("environment_type").asText().equals("production"),
                false);
    }

    /** Where the configuration of an instance is read and changed. */
    public static String configOf(Tenant tenant) {
        return "/v1/platform/applications/" + tenant.applicationId() + "/instances/" + tenant.instanceId() + "/config";
    }

    /** Changes settings of an instance; they hold from the next request on. */
    public Tenant configure(Tenant tenant, Map<String, ?> settings) {
        patch(configOf(tenant), settings).ok();
        return tenant;
    }

    public Answer get(String path) {
        return Wire.send(request(path).GET());
    }

    public Answer delete(String path) {
        return Wire.send(request(path).DELETE());
    }

    public Answer post(String path, Map<String, ?> body) {
        return Wire.send(request(path).POST(Backend.json(body)));
    }

    /** Sends a file as the whole body. */
    public Answer upload(String path, String type, byte[] content) {
        return Wire.send(
                request(path).setHeader("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /** Changes something; headers are names and values in turn. */
    public Answer patch(String path, Map<String, ?> body, String... headers) {
        var request = request(path).method("PATCH", Backend.json(body));
        return Wire.send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Rollcall.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
