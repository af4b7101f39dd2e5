package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one way in which tests talk to the server: every answer, errors included, is held against the specification. */
public final class Wire {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern OPAQUE = Pattern.compile("Bearer (sk|ak|mk|plapi|pat)_.*", Pattern.CASE_INSENSITIVE);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Wire() {}

    /** Sends a request and gives the answer, which breaks no schema. */
    static Answer send(HttpRequest.Builder builder) {
        var request = builder.timeout(Duration.ofSeconds(60)).build();
        HttpResponse<byte[]> response;
        try {
            response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var type = response.headers().firstValue("content-type").orElse("");
        var authorization = request.headers().firstValue("authorization").orElse("");
        var faults =
                judge(request.method(), request.uri(), authorization, response.statusCode(), type, response.body());
        var asked = request.method() + " " + request.uri();
        if (!faults.isEmpty() || response.statusCode() == 500) {
            var text = new String(response.body(), StandardCharsets.UTF_8);
            throw new AssertionError("%s answered %d, which breaks its contract: %s%n%s"
                    .formatted(asked, response.statusCode(), faults, text));
        }
        var answer = new Answer(
                asked, response.statusCode(), response.headers(), response.body(), tree(type, response.body()));
        WireReport.sawCodes(answer.codes());
        return answer;
    }

    /**
     * Judges an answer that anybody saw, for example an official SDK, and notes it in the report.
     *
     * @return how it breaks its schema; empty if it does not
     */
    public static List<String> judge(
            String verb, URI uri, String authorization, int status, String contentType, byte[] body) {
        var override =
                Pattern.compile("(?:^|&)_method=([A-Z]+)").matcher(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        var method = verb.equals("POST") && override.find() ? override.group(1) : verb;
        var path = underPrefix(uri.getPath());
        var operation = Specs.loaded()
                .operation(method, path, OPAQUE.matcher(authorization).matches());
        if (operation.isEmpty()) {
            WireReport.sawUnknown(method, path);
            return List.of();
        }
        var verdict = Specs.loaded().judge(operation.get(), status, contentType, PagedList.listOf(uri, status, body));
        WireReport.saw(operation.get(), status, verdict);
        return verdict.faults();
    }

    /** A form body or a query. A name may repeat: a list is sent as repeated fields. */
    static String form(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> (field.getValue() instanceof List<?> values ? values : List.of(field.getValue()))
                        .stream().map(value -> encode(field.getKey()) + "=" + encode(value.toString())))
                .collect(Collectors.joining("&"));
    }

    /** Text for one place in a URL's query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The path as the files name it: without the proxy's or the instance's prefix. */
    private static String underPrefix(String path) {
        return path.replaceFirst("^.*?(?=/v1/|/\\.well-known/)", "");
    }

    private static JsonNode tree(String type, byte[] body) {
        if (!type.contains("json") || body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("said to be JSON and is not: " + new String(body, StandardCharsets.UTF_8), e);
        }
    }
}
