package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Plays an app's server: the Backend API with a secret key, in the version that the pinned SDKs speak. */
public final class Backend {

    private final String secretKey;
    private final String version;

    Backend(String secretKey) {
        this(secretKey, "2026-05-12");
    }

    private Backend(String secretKey, String version) {
        this.secretKey = secretKey;
        this.version = version;
    }

    /** The same server with an SDK of another version. */
    public Backend speaking(String otherVersion) {
        return new Backend(secretKey, otherVersion);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(request(path).POST(json(body)));
    }

    /** Sends several at once, as operations for many take them. */
    public Answer postAll(String path, List<? extends Map<String, ?>> bodies) {
        return send(request(path).POST(json(bodies)));
    }

    /** The same with a key, under which it is done once. */
    public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        return send(request(path).header("Idempotency-Key", idempotencyKey).POST(json(body)));
    }

    public Answer put(String path, Map<String, ?> body) {
        return send(request(path).PUT(json(body)));
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send(request(path).method("PATCH", json(body)));
    }

    /** Sends a picture as SDKs do: the field {@code file} of a multipart form. */
    public Answer upload(String path, String type, byte[] content) {
        var boundary = "----rollcall";
        var head = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"picture\"\r\nContent-Type: " + type
                + "\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(content),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    /** Every answer that has a body is {@code application/json} to the letter: the SDK compares the header, not its meaning. */
    private static Answer send(HttpRequest.Builder request) {
        var answer = Wire.send(request);
        if (answer.body().length > 0) {
            assertThat(answer.header("content-type"))
                    .as("content type of %s", answer.request())
                    .isEqualTo("application/json");
        }
        return answer;
    }

    /** Creates a user with a verified address and a password; further fields are names and values in turn. */
    public Answer createUser(String email, String password, Object... further) {
        var body = new HashMap<String, Object>(Map.of("email_address", List.of(email), "password", password));
        for (int i = 0; i < further.length; i += 2) {
            body.put((String) further[i], further[i + 1]);
        }
        return post("/v1/users", body).ok();
    }

    /** The newest code that was sent to an address. */
    public String code(String email) {
        return codes(email).stream().findFirst().orElseThrow(() -> new AssertionError("no code was sent to " + email));
    }

    /** All codes that were sent to an address, the newest first. */
    public List<String> codes(String email) {
        return messages(email).stream()
                .map(message -> message.path("otp_code").asText())
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** All messages to an address, the newest first. */
    public List<JsonNode> messages(String email) {
        var messages = get("/v1/messages?limit=100&to_email_address=" + Wire.encode(email))
                .ok();
        return StreamSupport.stream(messages.at("/data").spliterator(), false)
                .filter(message -> message.path("to_email_address").asText().equals(email))
                .toList();
    }

    /** The messages of one kind to an address, the newest first. */
    public List<JsonNode> messages(String email, String slug) {
        return messages(email).stream()
                .filter(message -> message.path("slug").asText().equals(slug))
                .toList();
    }

    /** The newest code that was sent to a phone number. */
    public String textCode(String number) {
        return texts(number).stream()
                .map(message -> message.path("otp_code").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code was sent to " + number));
    }

    /** All text messages to a phone number, the newest first. */
    public List<JsonNode> texts(String number) {
        var messages = get("/v1/messages?limit=100&channel=sms&to_phone_number=" + Wire.encode(number))
                .ok();
        return StreamSupport.stream(messages.at("/data").spliterator(), false).toList();
    }

    /** Where the newest link leads that was sent to an address: path and query. */
    public String link(String email) {
        return links(email).stream().findFirst().orElseThrow(() -> new AssertionError("no link was sent to " + email));
    }

    /** All links that were sent to an address, the newest first. */
    public List<String> links(String email) {
        var messages = get("/v1/messages?limit=100&to_email_address=" + Wire.encode(email))
                .ok();
        return StreamSupport.stream(messages.at("/data").spliterator(), false)
                .map(message -> message.path("data").path("magic_link").asText(""))
                .filter(link -> !link.isEmpty())
                .toList();
    }

    /** A request body. */
    static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(Wire.JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(Rollcall.url() + path)).header("Content-Type", "application/json");
        if (!version.isEmpty()) {
            request.header("Clerk-API-Version", version);
        }
        return secretKey.isEmpty() ? request : request.header("Authorization", "Bearer " + secretKey);
    }
}
