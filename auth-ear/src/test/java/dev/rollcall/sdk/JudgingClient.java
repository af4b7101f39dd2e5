package dev.rollcall.sdk;

import com.clerk.backend_api.utils.HTTPClient;
import dev.rollcall.contract.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** Lets an SDK talk as it does, and holds what the server answers against the specification. */
record JudgingClient(HTTPClient client) implements HTTPClient {

    @Override
    public HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException, URISyntaxException {
        var answer = client.send(request);
        byte[] body;
        try (var stream = answer.body()) {
            body = stream.readAllBytes();
        }
        var faults = Wire.judge(
                request.method(),
                request.uri(),
                request.headers().firstValue("authorization").orElse(""),
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse(""),
                body);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + faults);
        }
        return new Replayed(answer, body);
    }

    /** The same answer with a body that can be read again. */
    private record Replayed(HttpResponse<InputStream> answer, byte[] bytes) implements HttpResponse<InputStream> {

        @Override
        public int statusCode() {
            return answer.statusCode();
        }

        @Override
        public HttpRequest request() {
            return answer.request();
        }

        @Override
        public Optional<HttpResponse<InputStream>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return answer.headers();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return answer.sslSession();
        }

        @Override
        public URI uri() {
            return answer.uri();
        }

        @Override
        public HttpClient.Version version() {
            return answer.version();
        }
    }
}
