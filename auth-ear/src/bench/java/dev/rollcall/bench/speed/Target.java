package dev.rollcall.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** A server that loads are sent to. */
public interface Target {

    HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Where it answers, without a trailing slash. */
    String url();

    ProcessHandle process();

    /** PostgreSQL's first process. */
    ProcessHandle database();

    /** Starts it as operators do, and says how long it took until it was ready. */
    Duration start() throws Exception;

    void stop();

    /** Host and port. */
    default String authority() {
        return URI.create(url()).getAuthority();
    }

    default Cpu cpu() {
        return Cpu.of(
                Stream.of(process()),
                Stream.concat(Stream.of(database()), database().descendants()));
    }

    /** How much of the machine's memory it holds. */
    default double residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process().pid() + "/status"))) {
            var line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** What it takes while nobody asks it for anything: the others are measured beside it. */
    default String idle() throws InterruptedException {
        var before = cpu();
        Thread.sleep(5000);
        return String.format(
                Locale.ROOT, "%s takes %.3f cores", url(), cpu().since(before).server() / 5);
    }

    /** One request, whose answer must be a good one. */
    default HttpResponse<String> send(Request request) throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create(url() + request.path()))
                .timeout(Duration.ofMinutes(2))
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        var answer = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s answered %d %s"
                    .formatted(request.method(), request.path(), answer.statusCode(), answer.body()));
        }
        return answer;
    }
}
