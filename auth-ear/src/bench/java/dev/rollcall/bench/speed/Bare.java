package dev.rollcall.bench.speed;

import dev.rollcall.run.Stand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Liberty with the features and the settings of our server, and in it nothing but a resource that answers with given bytes. */
public final class Bare implements Target, AutoCloseable {

    private static final String NAME = "rollcall-bare";
    private static final String SERVER_XML = """
            <server>
              <include location="features.xml"/>
              <include location="http.xml"/>
              <include location="metrics.xml"/>
              <applicationMonitor updateTrigger="disabled"/>
              <webApplication location="bare.war" contextRoot="/"/>
            </server>
            """;

    private final Stand stand;
    private final OtherServer server;
    private final int port;
    private final Path answers;

    private Bare(Stand stand, OtherServer server, int port, Path answers) {
        this.stand = stand;
        this.server = server;
        this.port = port;
        this.answers = answers;
    }

    /** A server beside ours in the same Liberty, with copies of its settings. */
    static Bare raise(Path files, Path wlp, String serverName, Stand stand) throws IOException, InterruptedException {
        var servers = wlp.resolve("usr/servers");
        var directory = Files.createDirectories(servers.resolve(NAME));
        for (var setting : List.of("features.xml", "http.xml", "metrics.xml", "jvm.options")) {
            Files.copy(
                    servers.resolve(serverName).resolve(setting),
                    directory.resolve(setting),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(directory.resolve("server.xml"), SERVER_XML);
        var war = Files.createDirectories(directory.resolve("apps")).resolve("bare.war");
        ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClasses(BareApplication.class, BareResource.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        var answers = Files.createDirectories(files.resolve("bare-answers"));
        int port = Stand.freePort();
        var other = new OtherServer(
                List.of(wlp.resolve("bin/server").toString(), "run", NAME),
                "ws-server.jar " + NAME,
                Map.of(
                        "HTTP_PORT",
                        String.valueOf(port),
                        "HTTPS_PORT",
                        "-1",
                        "LOG_DIR",
                        files.resolve("bare-logs").toString(),
                        BareResource.DIRECTORY,
                        answers.toString()),
                files.resolve("bare.log"),
                "http://localhost:" + port + "/health/ready");
        var bare = new Bare(stand, other, port, answers);
        bare.start();
        return bare;
    }

    /** From now on this is what the path below answers. */
    public Request answer(String name, String body) throws IOException {
        Files.writeString(answers.resolve(name), body, StandardCharsets.UTF_8);
        return Request.get("/bytes/" + name);
    }

    @Override
    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public ProcessHandle process() {
        return server.process();
    }

    @Override
    public ProcessHandle database() {
        return stand.databaseProcess();
    }

    @Override
    public Duration start() throws IOException, InterruptedException {
        return server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
