package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Plays who manages an instance's webhooks: the part of svix's API that we speak. */
public final class Hooks {

    private static final long PATIENCE = 120_000;

    private final Tenant tenant;
    private final String key;

    public Hooks(Tenant tenant) {
        this(tenant, tenant.secretKey());
    }

    Hooks(Tenant tenant, String key) {
        this.tenant = tenant;
        this.key = key;
    }

    /** A new endpoint's id; further fields are names and values in turn. */
    public String endpoint(Receiver receiver, Object... fields) {
        var body = new HashMap<String, Object>(Map.of("url", receiver.url().toString()));
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        var created = post("/endpoint", body);
        if (created.status() != 201) {
            throw new AssertionError("no endpoint: " + created.json());
        }
        return created.text("/id");
    }

    public Answer get(String path) {
        return send(path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(path, "POST", Backend.json(body));
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send(path, "PATCH", Backend.json(body));
    }

    public Answer delete(String path) {
        return send(path, "DELETE", HttpRequest.BodyPublishers.noBody());
    }

    /** What a path says once it says what is meant. */
    public JsonNode await(String path, Predicate<JsonNode> meant) {
        long end = System.currentTimeMillis() + PATIENCE;
        while (true) {
            var seen = get(path).ok().json();
            if (meant.test(seen)) {
                return seen;
            }
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain at " + path + ": " + seen);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until a path answers 404, and does something each time that it does not. */
    public void awaitGone(String path, Runnable meanwhile) {
        long end = System.currentTimeMillis() + PATIENCE;
        while (get(path).status() != 404) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("still there: " + path);
            }
            meanwhile.run();
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private Answer send(String path, String method, HttpRequest.BodyPublisher body) {
        var uri = java.net.URI.create(Rollcall.url() + "/api/v1/app/" + tenant.instanceId() + path);
        return Wire.send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body));
    }
}
