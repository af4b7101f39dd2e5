package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the files, with values that nobody expects in every place it reads: none is answered with a 5xx, and no answer
 * breaks its schema. What was sent follows from the seed, which {@code -Dfuzz.seed=} sets.
 */
class FuzzIT {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 4);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "x",
            "true",
            "null",
            "-1",
            "0",
            "9223372036854775808",
            "1e309",
            "NaN",
            "\u0000",
            "\ud800",
            "\u202e\u200b",
            "\ud83d\ude00".repeat(300),
            "a".repeat(20_000),
            "{{user.public_metadata.a.b || 'c'}}",
            "{{" + "a.".repeat(500) + "}}",
            "'; drop table users; --",
            "../../etc/passwd",
            "//evil.example",
            "javascript:alert(1)",
            "https://user:pw@[::1",
            "a@b",
            "a@" + "b.".repeat(200) + "c",
            "+1",
            "user_" + "0".repeat(27),
            "-created_at,+",
            "e30.e30.",
            "eyJhbGciOiJub25lIn0.e30.",
            "{",
            "[1,",
            "{\"a\":{\"a\":{\"a\":{}}}}",
            "%",
            -1,
            Long.MAX_VALUE,
            1e300,
            0.1,
            true,
            List.of(),
            List.of("x", 1, true),
            List.of(List.of(List.of())),
            Map.of(),
            Map.of("a", Map.of("a", List.of(Map.of("", "")))),
            Map.of("\u0000", "\u0000"));

    private static final List<String> PATHS = List.of(
            "/v1/client",
            "/v1/environment",
            "/v1/me",
            "/v1/users",
            "/v1/jwks",
            "/v1/platform/applications",
            "/v1/client/handshake?redirect_url=http%3A%2F%2Flocalhost%3A3000",
            "/");
    private static final List<String> HEADERS = List.of(
            "Authorization",
            "Cookie",
            "Origin",
            "Referer",
            "User-Agent",
            "Accept-Language",
            "Content-Type",
            "Idempotency-Key",
            "Clerk-Secret-Key",
            "Clerk-Proxy-Url",
            "Clerk-API-Version",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "traceparent");
    private static final List<String> COOKIES =
            List.of("__client", "__session", "__client_uat", "__clerk_db_jwt", "__refresh_x", "__clerk_handshake");

    private final Random random = new Random(SEED);
    private final Tenant app = Operator.platform().development();

    @Test
    void nothingThatIsSentToTheBackendApiIsAnsweredWith5xx() {
        run("backend", this::backend);
    }

    @Test
    void nothingThatIsSentToTheFrontendApiIsAnsweredWith5xx() {
        run("frontend", this::frontend);
    }

    @Test
    void nothingThatIsSentToThePlatformApiIsAnsweredWith5xx() {
        run("platform", this::platform);
    }

    /** Cookies, keys, session tokens, proxies' and browsers' headers: whatever is in them, nobody falls over it. */
    @Test
    void nothingThatIsSentInHeadersIsAnsweredWith5xx() {
        var person = app.browser();
        var token = person.token(person.signUp().sessionId());
        var failures = new ArrayList<String>();
        for (int round = 0; round < ROUNDS * 100; round++) {
            var path = PATHS.get(random.nextInt(PATHS.size()));
            var name = HEADERS.get(random.nextInt(HEADERS.size()));
            var value = header(name, token);
            var answer = Wire.send(app.request(path).header(name, value));
            if (answer.status() >= 500) {
                failures.add(path + " " + name + ": " + value + " " + answer.status());
            }
        }
        assertThat(failures).as("-Dfuzz.seed=" + SEED).isEmpty();
    }

    /** What Java's client agrees to send: no control characters, and not too much. */
    private String header(String name, String token) {
        var value = random.nextInt(3) > 0 ? value().toString() : garbled(token);
        var sendable = value.substring(0, Math.min(value.length(), 5000)).replaceAll("[^ -~]", "?");
        return switch (name) {
            case "Authorization" -> "Bearer " + sendable;
            case "Cookie" -> COOKIES.get(random.nextInt(COOKIES.size())) + "=" + sendable.replace(';', ',');
            default -> sendable;
        };
    }

    /** A session token with something of it gone, doubled or replaced. */
    private String garbled(String token) {
        var parts = token.split("\\.");
        int place = random.nextInt(parts.length);
        parts[place] = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "bnVsbA"; // null
            case 2 -> parts[place].substring(random.nextInt(parts[place].length()));
            default -> parts[random.nextInt(parts.length)];
        };
        return String.join(".", parts);
    }

    private interface Sender {
        Answer send(Specs.Operation operation, String path, Map<String, Object> input);
    }

    private void run(String api, Sender sender) {
        var failures = new ArrayList<String>();
        var statuses = new TreeMap<Integer, Integer>();
        for (var operation : Specs.loaded().operations()) {
            for (int round = 0; operation.api().equals(api) && round < ROUNDS; round++) {
                var input = input(operation);
                try {
                    var answer = sender.send(operation, path(operation), input);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    if (answer.status() >= 500) {
                        failures.add(operation.name() + " " + answer.status() + " " + shortened(input));
                    }
                } catch (AssertionError e) {
                    failures.add(operation.name() + " " + shortened(input) + ": " + e.getMessage());
                }
            }
        }
        System.out.println("fuzz " + api + ", -Dfuzz.seed=" + SEED + ", answers by status: " + statuses);
        assertThat(statuses).as("what was asked at all").containsKeys(200, 404, 422);
        assertThat(failures).as("-Dfuzz.seed=" + SEED).isEmpty();
    }

    private Answer backend(Specs.Operation operation, String path, Map<String, Object> input) {
        return bearing(app.secretKey(), operation, path, input);
    }

    private Answer platform(Specs.Operation operation, String path, Map<String, Object> input) {
        return bearing(Rollcall.known("ROLLCALL_PLATFORM_TOKEN"), operation, path, input);
    }

    private Answer bearing(String key, Specs.Operation operation, String path, Map<String, Object> input) {
        boolean reads = operation.method().equals("get") || operation.method().equals("delete");
        var query = reads ? "?" + Wire.form(flat(input)) : "";
        return Wire.send(app.request(path + query)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(verb(operation), reads ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json(input))));
    }

    private Browser browser;

    private Answer frontend(Specs.Operation operation, String path, Map<String, Object> input) {
        if (browser == null || browser.get("/v1/me").status() != 200) {
            browser = app.browser();
            browser.signUp();
        }
        if (operation.method().equals("get")) {
            return browser.get(path + "?" + Wire.form(flat(input)));
        }
        var fields = flat(input).entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray();
        return switch (operation.method()) {
            case "patch" -> browser.patch(path, fields);
            case "delete" -> browser.delete(path);
            default -> browser.post(path, fields);
        };
    }

    private static String verb(Specs.Operation operation) {
        return operation.method().toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> input(Specs.Operation operation) {
        var input = new LinkedHashMap<String, Object>();
        for (var name : Specs.loaded().inputs(operation)) {
            if (random.nextBoolean()) {
                input.put(name, value());
            }
        }
        if (random.nextInt(4) == 0) {
            input.put("nobody_knows_this", value());
        }
        return input;
    }

    private Object value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    /** The path with what there is in some places of an id, and with anything in others. */
    private String path(Specs.Operation operation) {
        return java.util.regex.Pattern.compile("\\{([^}]+)}")
                .matcher(operation.template())
                .replaceAll(place -> {
                    boolean real = !operation.method().equals("delete") && random.nextInt(3) > 0;
                    var known = Map.of("applicationID", app.applicationId(), "envOrInsID", app.instanceId());
                    var id = real && known.containsKey(place.group(1)) ? known.get(place.group(1)) : value().toString();
                    return java.util.regex.Matcher.quoteReplacement(
                            Wire.encode(id.isBlank() || id.length() > 500 || id.indexOf('\0') >= 0 ? "x" : id));
                });
    }

    private static Map<String, String> flat(Map<String, Object> input) {
        return input.entrySet().stream()
                .filter(field -> field.getValue().toString().length() < 5000)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue() instanceof String text
                                ? text
                                : new String(json(field.getValue()), StandardCharsets.UTF_8),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static byte[] json(Object value) {
        try {
            return Wire.JSON.writeValueAsBytes(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(Map<String, Object> input) {
        var text = input.toString();
        return text.substring(0, Math.min(400, text.length()));
    }
}
