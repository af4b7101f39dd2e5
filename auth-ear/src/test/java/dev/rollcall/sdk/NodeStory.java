package dev.rollcall.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import dev.rollcall.contract.Wire;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs a script of {@code src/test/js} in Node: each of its claims is a test, and every answer it saw is held against the
 * specification.
 */
public final class NodeStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCE = Path.of("src/test/js").toAbsolutePath();
    private static final Path HOME = Path.of("target/js").toAbsolutePath();

    private static boolean installed;

    private final String script;
    private final Map<String, String> environment = new HashMap<>();

    public NodeStory(String script) {
        this.script = script;
    }

    /** The story with one more environment variable. */
    public NodeStory with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The story told of this instance instead of the standard one. */
    public NodeStory at(Tenant tenant) {
        return with("ROLLCALL_URL", tenant.base())
                .with("CLERK_SECRET_KEY", tenant.secretKey())
                .with("CLERK_PUBLISHABLE_KEY", tenant.publishableKey());
    }

    /** The claims of the script, already tried: one test each, and one for the answers it saw. */
    public Stream<DynamicTest> claims() {
        install();
        var wire = HOME.resolve(script + ".wire.jsonl");
        var log = HOME.resolve(script + ".log");
        var lines = run(wire, log);
        var outcomes = new LinkedHashMap<String, JsonNode>();
        lines.stream().filter(line -> line.has("claims")).forEach(line -> line.get("claims")
                .forEach(claim -> outcomes.put(claim.asText(), null)));
        lines.stream()
                .filter(line -> line.has("claim"))
                .forEach(line -> outcomes.put(line.get("claim").asText(), line));
        assertThat(outcomes)
                .as("%s claims nothing; its log is %s:\n%s", script, log, text(log))
                .isNotEmpty();
        return Stream.concat(
                outcomes.entrySet().stream()
                        .map(outcome ->
                                DynamicTest.dynamicTest(outcome.getKey(), () -> judge(outcome.getValue(), log))),
                Stream.of(DynamicTest.dynamicTest("no answer broke its schema", () -> assertThat(faults(wire))
                        .isEmpty())));
    }

    private static void judge(JsonNode outcome, Path log) {
        assertThat(outcome)
                .as("not reached; the log is %s:\n%s", log, text(log))
                .isNotNull();
        assertThat(outcome.path("ok").asBoolean())
                .as("%s", outcome.path("error").asText())
                .isTrue();
    }

    /** Lays the scripts and the pinned packages under {@code target/}; where there is no Node, the tests are skipped. */
    private static synchronized void install() {
        Assumptions.assumeTrue(
                find("node").isPresent() && find("npm").isPresent(),
                "SKIPPED: needs Node 20 or later with npm, e.g. apt-get install nodejs npm");
        if (installed) {
            return;
        }
        try (var files = Files.walk(SOURCE)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("node_modules"))
                    .toList()) {
                var copy = HOME.resolve(SOURCE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var log = HOME.resolve("npm.log");
        assertThat(execute(new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), log, 240))
                .as("npm ci failed:\n%s", text(log))
                .isZero();
        installed = true;
    }

    private List<JsonNode> run(Path wire, Path log) {
        try {
            Files.deleteIfExists(wire);
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var node = new ProcessBuilder("node", script);
        node.environment().put("ROLLCALL_URL", Rollcall.url());
        node.environment().put("ROLLCALL_WIRE", wire.toString());
        node.environment().put("CLERK_SECRET_KEY", Rollcall.standard().secretKey());
        node.environment().put("CLERK_PUBLISHABLE_KEY", Rollcall.standard().publishableKey());
        node.environment().put("ROLLCALL_PLATFORM_TOKEN", Rollcall.known("ROLLCALL_PLATFORM_TOKEN"));
        node.environment().put("CLERK_TELEMETRY_DISABLED", "1");
        node.environment().putAll(environment);
        execute(node, log, 300);
        var lines = new ArrayList<JsonNode>();
        for (var line : text(log).split("\n")) {
            if (line.startsWith("{\"claim")) {
                lines.add(tree(line));
            }
        }
        return lines;
    }

    private static List<String> faults(Path wire) {
        var faults = new ArrayList<String>();
        for (var line : text(wire).lines().map(NodeStory::tree).toList()) {
            Wire.judge(
                            line.path("method").asText(),
                            URI.create(line.path("url").asText()),
                            line.path("authorization").asText(),
                            line.path("status").asInt(),
                            line.path("type").asText(),
                            Base64.getDecoder().decode(line.path("body").asText()))
                    .forEach(fault -> faults.add(line.path("method").asText() + " "
                            + line.path("url").asText() + ": " + fault));
        }
        return faults;
    }

    private static int execute(ProcessBuilder builder, Path log, int seconds) {
        try {
            var process = builder.directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(builder.command() + " took longer than " + seconds + " s:\n" + text(log));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A command's file, found where the shell would look for it. */
    public static Optional<Path> find(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
