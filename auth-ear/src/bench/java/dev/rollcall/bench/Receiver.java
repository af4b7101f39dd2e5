package dev.rollcall.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer's server: counts what arrives under which id and for which user, as quickly or as badly as it is told to. */
final class Receiver implements AutoCloseable {

    /** How it answers. */
    enum Mood {
        TAKES,
        REFUSES,
        HANGS
    }

    final Map<String, AtomicInteger> byId = new ConcurrentHashMap<>();
    final Map<String, String> idOfUser = new ConcurrentHashMap<>();
    final AtomicInteger strangeIds = new AtomicInteger();
    private final HttpServer server;
    private volatile Mood mood = Mood.TAKES;
    private volatile int millis;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void is(Mood now, int newMillis) {
        mood = now;
        millis = newMillis;
    }

    int arrivals() {
        return byId.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    void forget() {
        byId.clear();
        idOfUser.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            while (mood == Mood.HANGS) {
                Thread.sleep(100);
            }
            Thread.sleep(millis);
            if (mood == Mood.REFUSES) {
                exchange.getResponseHeaders().add("Retry-After", "600");
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var id = exchange.getRequestHeaders().getFirst("svix-id");
            byId.computeIfAbsent(id, none -> new AtomicInteger()).incrementAndGet();
            user(body, id);
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One event has one id, however often it comes. */
    private void user(String body, String id) {
        int at = body.indexOf("\"id\":\"user_");
        if (at >= 0) {
            var user = body.substring(at + 6, body.indexOf('"', at + 6));
            var before = idOfUser.putIfAbsent(user, id);
            if (before != null && !before.equals(id)) {
                strangeIds.incrementAndGet();
            }
        }
    }
}
