package dev.rollcall.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Keycloak as it is published, fetched by Maven with the user's own settings and built for production; done once, then kept. */
record Distribution(Path cache) {

    static final String VERSION = "26.7.4";

    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:copy";
    private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip";

    /** Its directory, ready for {@code start --optimized}. */
    Path ready() throws IOException, InterruptedException {
        var home = cache.resolve("keycloak-" + VERSION);
        var built = home.resolve("built");
        if (!Files.exists(built)) {
            Files.createDirectories(cache);
            run(List.of(maven(), "-q", "-B", COPY, "-Dartifact=" + ARTIFACT, "-DoutputDirectory=" + cache));
            run(List.of(jdk("jar"), "--extract", "--file", "keycloak-quarkus-dist-" + VERSION + ".zip"));
            home.resolve("bin/kc.sh").toFile().setExecutable(true);
            run(List.of(
                    home.resolve("bin/kc.sh").toString(),
                    "build",
                    "--db=postgres",
                    "--health-enabled=true",
                    "--metrics-enabled=true"));
            Files.createFile(built);
        }
        return home;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(cache.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
    }

    /** The one that runs this benchmark. */
    private static String maven() {
        return Optional.ofNullable(System.getProperty("maven.home"))
                .map(home -> Path.of(home, "bin", "mvn").toString())
                .orElse("mvn");
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
