package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strangers neither fill the server's memory nor hold the places of others. */
class OverloadIT {

    private static final int SLOW = 48;

    private static Tenant app;

    @BeforeAll
    static void anInstance() {
        app = Operator.platform().development();
    }

    /** A tree of a mebibyte of JSON takes more than thirty: nobody's is made before it is known who they are. */
    @ParameterizedTest
    @CsvSource({
        "/v1/client/sign_ins, 413, request_body_too_large",
        "/v1/client/sessions/sess_x/tokens, 413, request_body_too_large",
        "/v1/waitlist, 413, request_body_too_large",
        "/v1/client/sign_ups, 413, request_body_too_large",
        "/v1/users, 401, authentication_invalid",
        "/v1/platform/applications, 401, authentication_invalid",
    })
    void aMebibyteOfJsonFromAStranger(String path, int status, String code) {
        var answer = json(app.request(path + "?_is_native=1"), flood(1 << 20));

        assertThat(answer.status()).as(String.join(" ", answer.codes())).isEqualTo(status);
        assertThat(answer.codes()).containsExactly(code);
    }

    @Test
    void aMebibyteOfValuesWithAKey() {
        json(app.request("/v1/users").header("Authorization", "Bearer " + app.secretKey()), flood((1 << 20) - 100))
                .refused(400, "request_body_invalid");
        json(app.request("/v1/users").header("Authorization", "Bearer sk_test_nobody"), flood((1 << 20) - 100))
                .refused(401, "clerk_key_invalid");
    }

    /** What is declared too small or not at all is counted all the same. */
    @Test
    void aLongBodyInChunks() {
        var stream = BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(flood(1 << 20).getBytes(StandardCharsets.UTF_8)));
        Wire.send(app.request("/v1/client/sign_ins?_is_native=1")
                        .header("Content-Type", "application/json")
                        .POST(stream))
                .refused(413, "request_body_too_large");
    }

    @Test
    void slowBodies() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (int n = 0; n < SLOW; n++) {
                sockets.add(sent("POST " + path("/v1/client/sign_ins?_is_native=1") + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "X-Forwarded-For: 203.0.113.5\r\nContent-Length: 1000\r\n\r\nidentifier="));
            }
            honestPeopleAreServed();
        } finally {
            close(sockets);
        }
    }

    /** Somebody has many addresses side by side, an IPv6 /48 even. */
    @Test
    void slowBodiesFromNeighbours() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (int n = 0; n < 4 * SLOW; n++) {
                sockets.add(sent("POST " + path("/v1/client/sign_ins?_is_native=1") + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "X-Forwarded-For: 198.51.100." + n + "\r\nContent-Length: 1000\r\n\r\nidentifier="));
            }
            honestPeopleAreServed();
        } finally {
            close(sockets);
        }
    }

    /** A connection that never opens its window held a thread for each of its streams. */
    @Test
    void manyStreamsOfOneConnection() throws IOException {
        try (var socket = sent("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")) {
            socket.setSoTimeout(10_000);
            assertThat(new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                    .as("an answer in text, and no frame")
                    .isEqualTo("HTTP/");
        }
    }

    @Test
    void slowReadersOfAnImage() throws IOException {
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var image = URI.create(app.backend()
                        .upload("/v1/users/" + user + "/profile_image", "image/png", noise())
                        .ok()
                        .text("/image_url"))
                .getPath();
        var sockets = new ArrayList<Socket>();
        try {
            for (int n = 0; n < SLOW; n++) {
                sockets.add(
                        sent("GET " + image + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.6\r\n\r\n"));
            }
            honestPeopleAreServed();
        } finally {
            close(sockets);
        }
    }

    /** Uploads have few places, and whoever has a key or a session may take long over one. */
    @Test
    void slowUploadsOfOneNetwork() throws IOException {
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var sockets = new ArrayList<Socket>();
        try {
            for (int n = 0; n < SLOW; n++) {
                sockets.add(sent("POST " + path("/v1/users/" + user + "/profile_image")
                        + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.7\r\nAuthorization: Bearer "
                        + app.secretKey() + "\r\nContent-Type: image/png\r\nContent-Length: 1000000\r\n\r\n"));
            }
            for (int n = 0; n < 5; n++) {
                app.backend()
                        .upload("/v1/users/" + user + "/profile_image", "image/png", drawn(40))
                        .ok();
            }
        } finally {
            close(sockets);
        }
    }

    private static void honestPeopleAreServed() {
        for (int n = 0; n < 5; n++) {
            assertThat(app.browser().get("/v1/environment").status()).isEqualTo(200);
            assertThat(app.browser().get("/v1/client").status()).isEqualTo(200);
            assertThat(app.backend().get("/v1/users/count").status()).isEqualTo(200);
            app.browser()
                    .post("/v1/client/sign_ins", "identifier", Tenant.freshEmail())
                    .refused(422, "form_identifier_not_found");
        }
    }

    private static Answer json(HttpRequest.Builder request, String body) {
        return Wire.send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static String flood(int bytes) {
        return "{\"a\":[" + "{\"\":0},".repeat(bytes / 7 - 2) + "0]}";
    }

    private static String path(String path) {
        return URI.create(app.base()).getPath() + path;
    }

    private static Socket sent(String request) throws IOException {
        var at = URI.create(Rollcall.url());
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    /** Nine megabytes that no format makes smaller. */
    private static byte[] noise() throws IOException {
        return drawn(1700);
    }

    private static byte[] drawn(int side) throws IOException {
        var random = new Random(1);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, side, side, random.ints((long) side * side).toArray(), 0, side);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
