package dev.rollcall.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of ours to a server that may mean ill. */
class OutboundTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private Outbound outbound;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        outbound = with(InetAddress::getAllByName);
    }

    @AfterEach
    void stop() {
        outbound.stop();
        server.stop(0);
    }

    @Test
    void bringsBackStatusHeadersAndBody() {
        server.createContext("/", exchange -> {
            var sent = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .add("X-Seen", exchange.getRequestHeaders().getFirst("X-Mine"));
            exchange.getResponseHeaders()
                    .add("X-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(201, sent.length);
            exchange.getResponseBody().write(sent);
            exchange.close();
        });
        var answer = outbound.send(request("/", Reach.ANYWHERE, LONG)).join();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("x-seen", "1").containsEntry("x-type", "application/json");
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void aRedirectIntoTheNetworkIsNotFollowed() {
        server.createContext("/inside", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/inside");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        assertThat(outbound.send(request("/", Reach.ANYWHERE, LONG)).join().status())
                .isEqualTo(307);
        assertThat(requests).hasValue(0);
    }

    /** DNS rebinding: the name is public when it is checked and private when it is connected to. */
    @Test
    void aNameThatChangesItsAddressIsConnectedToWhereItWasChecked() {
        var lookups = new AtomicInteger();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outbound.stop();
        outbound = with(host ->
                new InetAddress[] {InetAddress.getByName(lookups.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2")});
        var uri = URI.create("http://rebind.test:" + server.getAddress().getPort() + "/");
        var sent = new OutboundRequest("GET", uri, Map.of(), null, LONG, Reach.LOCALHOST_TOO);
        assertThat(outbound.send(sent).join().status()).isEqualTo(200);
        assertThat(lookups).hasValue(1);
        assertThat(requests).hasValue(1);
    }

    @Test
    void aConnectionKeptForOneIsNotLentToWhoMayNotGoThere() {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outbound.send(request("/", Reach.LOCALHOST_TOO, LONG)).join();
        assertThatThrownBy(() -> outbound.send(request("/", Reach.PUBLIC, LONG)).join())
                .hasCauseInstanceOf(OutboundFailure.class)
                .cause()
                .matches(failure -> ((OutboundFailure) failure).isForbidden())
                .hasMessageNotContaining("127.0.0.1");
        assertThat(requests).hasValue(1);
    }

    @Test
    void anEndlessBodyIsCutOff() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var piece = "x".repeat(8192).getBytes(StandardCharsets.UTF_8);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write(piece);
                }
            } catch (IOException closed) {
                requests.incrementAndGet();
            }
        });
        var answer = outbound.send(request("/", Reach.ANYWHERE, LONG)).join();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(4096);
    }

    /** Slow read: the answer is there, its body drips on, and the connection would be held for ever. */
    @Test
    void aBodyThatDripsForEverLosesItsConnection() throws Exception {
        var dropped = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[5000]);
                while (true) {
                    body.write('x');
                    body.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException closed) {
                dropped.countDown();
            }
        });
        var answer = outbound.send(request("/", Reach.ANYWHERE, Duration.ofMillis(500)));
        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(dropped.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Starvation: a tenant's name server never answers, and whoever asks it holds a thread. */
    @Test
    void aNameServerThatHangsDoesNotKeepOthersFromBeingResolved() {
        var over = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outbound.stop();
        outbound = with(host -> {
            if (host.equals("hangs.test")) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        var slow = URI.create("http://hangs.test/");
        for (int i = 0; i < 200; i++) {
            var unused = outbound.send(new OutboundRequest("GET", slow, Map.of(), null, LONG, Reach.ANYWHERE));
        }
        assertThat(outbound.send(request("/", Reach.ANYWHERE, LONG)).join().status())
                .isEqualTo(200);
        over.countDown();
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        var over = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> outbound.send(request("/", Reach.ANYWHERE, Duration.ofMillis(300)))
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(OutboundFailure.class)
                .hasMessage("no answer in time");
        over.countDown();
    }

    @Test
    void aClosedPortIsToldWithoutItsAddress() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var sent = new OutboundRequest(
                "GET", URI.create("http://127.0.0.1:" + port), Map.of(), null, LONG, Reach.ANYWHERE);
        assertThatThrownBy(() -> outbound.send(sent).join())
                .cause()
                .isInstanceOf(OutboundFailure.class)
                .hasMessage("the host takes no connection");
    }

    @Test
    void aTenantsHeadersDoNotSmuggleASecondRequest() {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(exchange.getRequestHeaders().containsKey("Transfer-Encoding") ? 400 : 200, -1);
            exchange.close();
        });
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        var headers = Map.of(
                "Transfer-Encoding", "chunked", "Host", "evil.test", "X-Two", "a\r\nX-Three: b\r\n\r\nGET / HTTP/1.1");
        var sent =
                new OutboundRequest("POST", uri, headers, "{}".getBytes(StandardCharsets.UTF_8), LONG, Reach.ANYWHERE);
        assertThat(outbound.send(sent).join().status()).isEqualTo(200);
        assertThat(requests).hasValue(1);
    }

    @Test
    void onlyHttpIsSpoken() {
        for (var url : new String[] {"file:///etc/passwd", "ftp://1.1.1.1/", "http:///x", "http://a@1.1.1.1/"}) {
            var sent = new OutboundRequest("GET", URI.create(url), Map.of(), null, LONG, Reach.ANYWHERE);
            assertThatThrownBy(() -> outbound.send(sent).join()).hasCauseInstanceOf(OutboundFailure.class);
        }
    }

    private OutboundRequest request(String path, Reach reach, Duration timeout) {
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        var headers = Map.of("X-Mine", "1", "Content-Type", "application/json");
        return new OutboundRequest("POST", uri, headers, "{}".getBytes(StandardCharsets.UTF_8), timeout, reach);
    }

    private static Outbound with(Lookup lookup) {
        return new Outbound(new Addresses(new ServerConfig(new FixedConfig(Map.of())), lookup));
    }
}
