package dev.rollcall.web.hosted;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.json.Json;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The browser bundles of this build: two packages, each in one exact version. A file is looked up in the list that the build wrote,
 * so that no path of a request ever becomes a path of a file.
 */
@ApplicationScoped
class Bundles {

    private static final String DEFAULT_CDN = "https://cdn.jsdelivr.net/npm";
    private static final Pattern PATH =
            Pattern.compile("/(@clerk/[a-z-]{1,32})@(\\w[\\w.-]{0,63})/dist/(\\w[\\w.-]{0,127}\\.js)");

    /** What there is under a path. */
    sealed interface Found {

        /** A file of this build. {@code pinned}: the path names the exact version, so its content never changes. */
        record File(String resource, String digest, boolean pinned) implements Found {}

        /** Another server has it. */
        record Elsewhere(URI location) implements Found {}

        record Nothing() implements Found {}
    }

    private record Bundle(String version, Map<String, String> files) {

        boolean answersTo(String tag) {
            return tag.equals(version)
                    || tag.equals("latest")
                    || tag.equals(version.substring(0, version.indexOf('.')));
        }
    }

    @Inject
    private ServerConfig config;

    private final Map<String, Bundle> bundles = new HashMap<>();

    Bundles() {}

    Bundles(ServerConfig config) {
        this.config = config;
        read();
    }

    @PostConstruct
    void read() {
        var built = resource("/npm/bundles.json").map(list -> list.getJsonObject("packages"));
        var declared = resource("/npm/package.json").orElseThrow().getJsonObject("dependencies");
        declared.forEach((name, version) -> {
            var files = built.map(b -> files(b.getJsonObject(name))).orElse(Map.of());
            bundles.put(name, new Bundle(((JsonString) version).getString(), files));
        });
    }

    /** What is under {@code /@clerk/<package>@<tag>/dist/<file>}; a tag is the version, its major number or {@code latest}. */
    Found find(String path) {
        var parts = PATH.matcher(path == null ? "" : path);
        if (!parts.matches() || !bundles.containsKey(parts.group(1))) {
            return new Found.Nothing();
        }
        var name = parts.group(1);
        var tag = parts.group(2);
        var file = parts.group(3);
        var bundle = bundles.get(name);
        if (!bundle.answersTo(tag)) {
            return config.npmCdn().map(cdn -> elsewhere(cdn, name, tag, file)).orElseGet(Found.Nothing::new);
        }
        if (bundle.files().isEmpty()) {
            return elsewhere(cdn(), name, bundle.version(), file);
        }
        return bundle.files().containsKey(file)
                ? new Found.File("/npm/" + name + "/" + file, bundle.files().get(file), tag.equals(bundle.version()))
                : new Found.Nothing();
    }

    /** The path of a package's file in its exact version, below {@code /npm}. */
    String path(String name, String file) {
        return "/npm/" + name + "@" + bundles.get(name).version() + "/dist/" + file;
    }

    /** The other server that a page's scripts come from, if this build does not have them. */
    Optional<String> foreignOrigin() {
        return bundles.values().stream().anyMatch(b -> b.files().isEmpty())
                ? Optional.of(origin(cdn()))
                : Optional.empty();
    }

    private String cdn() {
        return config.npmCdn().orElse(DEFAULT_CDN);
    }

    private static Found elsewhere(String cdn, String name, String version, String file) {
        return new Found.Elsewhere(URI.create(cdn + "/" + name + "@" + version + "/dist/" + file));
    }

    /** The scheme, host and port of a URL. */
    static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static Map<String, String> files(JsonObject built) {
        var files = new HashMap<String, String>();
        built.getJsonObject("files").forEach((file, digest) -> files.put(file, ((JsonString) digest).getString()));
        return files;
    }

    private static Optional<JsonObject> resource(String name) {
        try (var file = Bundles.class.getResourceAsStream(name)) {
            if (file == null) {
                return Optional.empty();
            }
            try (var reader = Json.createReader(file)) {
                return Optional.of(reader.readObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
