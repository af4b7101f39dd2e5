package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The published OpenAPI files as judges of single answers. Where they are absent nothing is judged, and that is said once, aloud.
 */
public final class Specs {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the SDKs call and the files do not have, although a template of theirs happens to match; and a document of which the files demand
     * endpoints that are not there.
     */
    private static final Set<String> UNPUBLISHED =
            Set.of("GET /v1/clients/handshake_payload", "GET /.well-known/openid-configuration");

    /** Of a session's event the file demands a user, and in the same breath lets a session have none. */
    private static final String CONTRADICTION =
            "$.data: property 'user' is not defined in the schema and the schema does not allow additional properties";

    /** What became transferable with {@code sign_up_if_missing}, which the SDK knows and the files do not. */
    private static final List<String> LATER_TRANSFERABLE =
            List.of("Stubs.Verification.OTP", "Stubs.Verification.Web3Signature");

    private static final Specs LOADED = load();

    private final Map<String, JsonNode> documents = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();
    private JsonSchemaFactory factory;

    /** One operation of one API, for example {@code GET /v1/client} of {@code frontend}. */
    public record Operation(String api, String method, String template, Pattern pattern, JsonNode described) {

        JsonNode responses() {
            return described.path("responses");
        }

        /** How the operation is named in reports. */
        public String name() {
            return api + " " + method.toUpperCase(Locale.ROOT) + " " + template;
        }
    }

    /**
     * What the specification says of an answer.
     *
     * @param documented whether the status is among those that the operation may answer with
     * @param faults how the body breaks its schema; empty if it does not
     */
    public record Verdict(boolean documented, List<String> faults) {}

    private Specs() {}

    /** The files beside the repository, read once. */
    public static Specs loaded() {
        return LOADED;
    }

    /** All operations of all files; none where the files are absent. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * The operation a request is for, if it is in any file.
     *
     * @param opaque whether an opaque key speaks (it means the Backend API), and not a cookie or a session token
     */
    public Optional<Operation> operation(String method, String path, boolean opaque) {
        var order = path.startsWith("/v1/platform/")
                ? List.of("platform")
                : opaque ? List.of("backend", "frontend") : List.of("frontend", "backend");
        if (UNPUBLISHED.contains(method + " " + path)) {
            return Optional.empty();
        }
        return order.stream()
                .flatMap(api -> operations.stream()
                        .filter(o -> o.api.equals(api)
                                && o.method.equalsIgnoreCase(method)
                                && o.pattern.matcher(path).matches()))
                .findFirst();
    }

    /** The names that an operation reads: of its query, and of its body, however that is written down. */
    public List<String> inputs(Operation operation) {
        var names = new TreeSet<String>();
        for (var parameter : operation.described.path("parameters")) {
            var one = resolved(operation.api, parameter);
            if (one.path("in").asText().equals("query")) {
                names.add(one.path("name").asText());
            }
        }
        resolved(operation.api, operation.described.path("requestBody"))
                .path("content")
                .forEach(media -> addProperties(operation.api, media.path("schema"), names, 0));
        return List.copyOf(names);
    }

    private void addProperties(String api, JsonNode schema, Set<String> names, int depth) {
        var whole = resolved(api, schema);
        whole.path("properties").fieldNames().forEachRemaining(names::add);
        if (depth < 3) {
            for (var key : List.of("allOf", "anyOf", "oneOf")) {
                whole.path(key).forEach(part -> addProperties(api, part, names, depth + 1));
            }
        }
    }

    private JsonNode resolved(String api, JsonNode node) {
        return node.has("$ref")
                ? documents.get(api).at(node.get("$ref").asText().substring(1))
                : node;
    }

    /** Judges an answer of an operation; a body that is not JSON is judged by its status alone. */
    public Verdict judge(Operation operation, int status, String contentType, byte[] body) {
        var response = response(operation, status);
        if (response.isMissingNode() || !contentType.contains("json")) {
            return new Verdict(!response.isMissingNode(), List.of());
        }
        var schema = schemas.computeIfAbsent(operation.name() + " " + status, key -> compile(operation, response));
        return new Verdict(true, schema.map(s -> faults(s, body)).orElse(List.of()));
    }

    /** How the body of a webhook breaks the schema of its type; empty if it does not, or where the files are absent. */
    public List<String> judgeEvent(String type, String body) {
        if (!documents.containsKey("webhooks")) {
            return List.of();
        }
        var request = documents
                .get("webhooks")
                .path("x-webhooks")
                .path(type)
                .path("post")
                .path("requestBody");
        if (request.isMissingNode()) {
            return List.of("no published event is called " + type);
        }
        return schemas
                .computeIfAbsent(
                        "event " + type,
                        key -> Optional.of(factory.getSchema(absolute(
                                OpenApiSchema.toJsonSchema(request.at("/content/application~1json/schema")),
                                address("webhooks")))))
                .map(schema -> faults(schema, body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .orElse(List.of())
                .stream()
                .filter(fault -> !fault.equals(CONTRADICTION))
                .toList();
    }

    private static List<String> faults(JsonSchema schema, byte[] body) {
        try {
            var tree = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
            return schema.validate(tree).stream()
                    .map(Object::toString)
                    .limit(12)
                    .toList();
        } catch (IOException e) {
            return List.of("not JSON: " + e.getMessage());
        }
    }

    private JsonNode response(Operation operation, int status) {
        for (var key : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
            var response = operation.responses().path(key);
            if (!response.isMissingNode()) {
                return response.has("$ref")
                        ? documents
                                .get(operation.api)
                                .at(response.get("$ref").asText().substring(1))
                        : response;
            }
        }
        return operation.responses().path(String.valueOf(status));
    }

    private Optional<JsonSchema> compile(Operation operation, JsonNode response) {
        for (var media : response.path("content").properties()) {
            if (media.getKey().contains("json") && media.getValue().has("schema")) {
                var schema = OpenApiSchema.toJsonSchema(media.getValue().get("schema"));
                return Optional.of(factory.getSchema(absolute(schema, address(operation.api))));
            }
        }
        return Optional.empty();
    }

    private static String address(String api) {
        return "https://specs.test/" + api;
    }

    /** A copy whose references point into the whole document, so that a part of it can be compiled alone. */
    private static JsonNode absolute(JsonNode schema, String address) {
        var copy = schema.deepCopy();
        copy.findParents("$ref").forEach(parent -> {
            var ref = parent.get("$ref").asText();
            if (ref.startsWith("#")) {
                ((com.fasterxml.jackson.databind.node.ObjectNode) parent).set("$ref", new TextNode(address + ref));
            }
        });
        return copy;
    }

    private static Specs load() {
        var specs = new Specs();
        var folder = folder();
        if (folder.isEmpty()) {
            System.out.println("NO SPECS: ../shared/specs is absent, so no answer is checked against its schema.");
            return specs;
        }
        specs.read("frontend", folder.get().resolve("fapi.yml"), "");
        specs.read("backend", folder.get().resolve("bapi.yml"), "/v1");
        specs.read("platform", folder.get().resolve("platform.yml"), "/v1");
        specs.read("webhooks", folder.get().resolve("webhooks.yml"), "");
        // Literal paths win over templated ones, as they do in routers
        specs.operations.sort(Comparator.comparing((Operation o) -> o.template.contains("{"))
                .thenComparing(o -> -o.template.split("\\{", 2)[0].length()));
        specs.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(iri -> Optional.ofNullable(
                                specs.documents.get(iri.substring(iri.lastIndexOf('/') + 1)))
                        .map(document -> OpenApiSchema.componentsOf(document).toString())
                        .orElse(null))));
        return specs;
    }

    private static Optional<Path> folder() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("../shared/specs").normalize();
            if (Files.isDirectory(at.resolve(".git")) || Files.isRegularFile(at.resolve("server.xml"))) {
                return Optional.of(Path.of(System.getProperty("rollcall.specs", folder.toString())))
                        .filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }

    private void read(String api, Path file, String base) {
        var options = new LoaderOptions();
        options.setCodePointLimit(16 * 1024 * 1024);
        JsonNode document;
        try (var reader = Files.newBufferedReader(file)) {
            document = JSON.valueToTree(new Yaml(options).<Object>load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.put(api, document);
        LATER_TRANSFERABLE.stream()
                .map(name ->
                        document.path("components").path("schemas").path(name).at("/properties/status/enum"))
                .filter(ArrayNode.class::isInstance)
                .forEach(statuses -> ((ArrayNode) statuses).add("transferable"));
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.stream().filter(path.getValue()::has).forEach(method -> {
                    var template = base + path.getKey();
                    operations.add(new Operation(
                            api,
                            method,
                            template,
                            pattern(template),
                            path.getValue().get(method)));
                }));
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        for (var part : template.split("(?=\\{)|(?<=\\})")) {
            regex.append(part.startsWith("{") ? "([^/]+)" : Pattern.quote(part));
        }
        return Pattern.compile(regex + "/?");
    }
}
