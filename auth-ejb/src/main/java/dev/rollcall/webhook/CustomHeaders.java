package dev.rollcall.webhook;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.JsonText;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headers that an endpoint's owner adds to its requests. They may hold credentials: they are kept sealed and partly hidden. */
final class CustomHeaders {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]{0,4096}");
    private static final int MOST = 50;
    private static final Set<String> OURS = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");
    private static final List<String> SENSITIVE =
            List.of("authorization", "cookie", "key", "token", "secret", "password", "auth", "signature");

    private CustomHeaders() {}

    /** The headers of a request's field, checked (header injection). */
    static Map<String, String> checked(JsonObject given) {
        if (given.size() > MOST) {
            throw refused("There are at most " + MOST + " headers.");
        }
        var headers = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()
                    || !(value instanceof JsonString text)
                    || !VALUE.matcher(text.getString()).matches()) {
                throw refused("A header has a name of letters and digits, and a value of one line of ASCII.");
            }
            if (isOurs(name)) {
                throw refused("The header " + name + " is set by the server.");
            }
            headers.put(name, text.getString());
        });
        return headers;
    }

    /** What is not sensitive, and the names of what is. */
    static EndpointHeadersOut view(Map<String, String> headers) {
        var shown = new TreeMap<>(headers);
        shown.keySet().removeIf(CustomHeaders::isSensitive);
        return new EndpointHeadersOut(
                shown,
                headers.keySet().stream()
                        .filter(CustomHeaders::isSensitive)
                        .sorted()
                        .toList());
    }

    static String toJson(Map<String, String> headers) {
        var object = Json.createObjectBuilder();
        headers.forEach(object::add);
        return object.build().toString();
    }

    static Map<String, String> ofJson(String text) {
        return JsonText.object(text).orElseThrow().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> ((JsonString) e.getValue()).getString(),
                        (a, b) -> b,
                        LinkedHashMap::new));
    }

    private static boolean isOurs(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return OURS.contains(lower) || lower.startsWith("svix-") || lower.startsWith("webhook-");
    }

    private static boolean isSensitive(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return SENSITIVE.stream().anyMatch(lower::contains);
    }

    private static Refusal refused(String sentence) {
        return CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal("headers").saying(sentence);
    }
}
