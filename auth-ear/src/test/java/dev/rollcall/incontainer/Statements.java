package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Rollcall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What the server sends to PostgreSQL for requests, as {@link StatementsServlet} hears it; other work beside them does not count. */
final class Statements {

    private static final URI DOOR = URI.create(Rollcall.url() + "/auth-web/statements");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Those of all requests that are made meanwhile: the command and who sent it, a line each. */
    static List<String> during(Runnable requests) {
        ask("POST");
        try {
            requests.run();
        } catch (RuntimeException | Error failed) {
            ask("DELETE");
            throw failed;
        }
        return ask("DELETE").lines().toList();
    }

    private static String ask(String method) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(DOOR)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private Statements() {}
}
