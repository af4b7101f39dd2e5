package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Plays an app's server that listens to webhooks. It keeps what it got, and answers as it is told. */
public final class Receiver implements AutoCloseable {

    private static final long PATIENCE = 120_000;

    private final HttpServer server;
    private final List<Received> received = new ArrayList<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();

    /** One request. */
    public record Received(Map<String, String> headers, String body) {

        public JsonNode json() {
            try {
                return Wire.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        public String type() {
            return json().path("type").asText();
        }

        public String id() {
            return headers.get("svix-id");
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** From now on it answers so. */
    public Receiver answering(int newStatus, Map<String, String> newHeaders) {
        headers = newHeaders;
        status = newStatus;
        return this;
    }

    /** The first request of this type, waited for. */
    public Received await(String type) {
        return await(r -> r.type().equals(type));
    }

    /** The first request that is meant, waited for. */
    public Received await(Predicate<Received> meant) {
        return await(meant, 1).get(0);
    }

    /** So many requests that are meant, waited for. */
    public synchronized List<Received> await(Predicate<Received> meant, int count) {
        long end = System.currentTimeMillis() + PATIENCE;
        while (true) {
            var found = received.stream().filter(meant).toList();
            if (found.size() >= count) {
                return found;
            }
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("waited in vain; what came: "
                        + received.stream().map(Received::type).toList());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The requests so far that are meant. */
    public synchronized List<Received> got(Predicate<Received> meant) {
        return received.stream().filter(meant).toList();
    }

    /** What has come so far, by type. */
    public synchronized List<String> types() {
        return received.stream().map(Received::type).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var sent = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), e -> e.getValue()
                        .get(0)));
        synchronized (this) {
            received.add(new Received(sent, body));
            notifyAll();
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        var answer = "got it".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
