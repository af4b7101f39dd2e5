package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.outbound.OutboundFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSocketTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void dnsRebindingBetweenTheCheckAndTheConnection() throws IOException {
        try (var socket = new MailSocket("mail.example.com", () -> List.of(server.getInetAddress()), null, LONG)) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("192.0.2.1"), server.getLocalPort()), 5000);
            assertThat(socket.getInetAddress()).isEqualTo(server.getInetAddress());
        }
    }

    @Test
    void ssrfByAMailServersName() throws IOException {
        try (var socket = new MailSocket("metadata", MailSocketTest::refused, null, LONG)) {
            assertThatThrownBy(() ->
                            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 5000))
                    .isInstanceOf(OutboundFailure.class);
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void takesTheNextAddressWhereOneIsDead() throws IOException {
        var dead = InetAddress.getByName("127.0.0.77"); // nobody listens there
        try (var socket =
                new MailSocket("mail.example.com", () -> List.of(dead, server.getInetAddress()), null, LONG)) {
            socket.setSoTimeout(4321);
            socket.connect(InetSocketAddress.createUnresolved("ignored.invalid", server.getLocalPort()), 5000);
            assertThat(socket.getInetAddress()).isEqualTo(server.getInetAddress());
            assertThat(socket.getSoTimeout()).isEqualTo(4321);
        }
    }

    @Test
    void aNameWithManyDeadAddressesHoldsNobodyUntilAllAreTried() throws IOException {
        var dead = InetAddress.getByName("127.0.0.77");
        var many = List.of(dead, dead, dead, server.getInetAddress());
        try (var socket = new MailSocket("mail.example.com", () -> many, null, LONG)) {
            var last = InetSocketAddress.createUnresolved("ignored.invalid", server.getLocalPort());
            assertThatThrownBy(() -> socket.connect(last, 5000)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatDripsHoldsNobodyBeyondTheDeadline() throws IOException {
        try (var socket = new MailSocket(
                "mail.example.com", () -> List.of(server.getInetAddress()), null, Duration.ofMillis(200))) {
            socket.connect(InetSocketAddress.createUnresolved("ignored.invalid", server.getLocalPort()), 5000);
            try (var peer = server.accept()) {
                drip(peer.getOutputStream());
                var in = socket.getInputStream();
                assertThatThrownBy(() -> {
                            while (in.read() >= 0) {
                                // one byte after the other, for ever
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static void drip(java.io.OutputStream out) {
        var thread = new Thread(() -> {
            try {
                while (true) {
                    out.write('2');
                    out.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                // the other side has hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static List<InetAddress> refused() {
        throw new OutboundFailure("the host's address is not allowed", true, null);
    }
}
