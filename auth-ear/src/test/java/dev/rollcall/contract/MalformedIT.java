package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, it is answered in JSON and is never called our fault. Sent as raw bytes, because no HTTP client would. */
class MalformedIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=x\r\n";

    static Stream<String> paths() {
        return Stream.of(
                "/v1/%ff",
                "/v1/%c0%af",
                "/v1/client%2f",
                "/v1/client%5c",
                "/v1/client\u00ff",
                "/npm/%2e%2e/x",
                "//v1/client",
                "/v1//client",
                "/unknown/v1/client",
                "/v1",
                "/.error",
                "/.well-known/nope",
                "/api_keys",
                "/v1/client?a=%",
                "/v1/client?a=%zz",
                "/v1/client?a=%ff",
                "/v1/client?__clerk_db_jwt=%00",
                "/v1/client?" + "a=1&".repeat(2000),
                "/v1/" + "a".repeat(8000),
                "/v1/client/sign_ups/%F0%9F%98%80");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPath(String path) throws IOException {
        assertClear(exchange("GET " + path, "", ""));
    }

    static Stream<String> headers() {
        return Stream.of(
                "Accept: garbage",
                "Accept: text/html",
                "Authorization: Bearer",
                "Clerk-API-Version: nope",
                "Cookie: ;;;=;",
                "Cookie: __client=" + "x".repeat(7000),
                "Origin: " + "x".repeat(4000),
                "X-Forwarded-For: " + "1.1.1.1,".repeat(500),
                "X-Forwarded-Host: ]:",
                "X-Forwarded-Proto: gopher",
                "Clerk-Proxy-Url: ://",
                "Clerk-Secret-Key: sk_test_wrong",
                "User-Agent: " + "u".repeat(10_000),
                "User-Agent: \u00ff",
                "Content-Type: text/html; q=;;",
                "Content-Type: ;",
                "Content-Type: garbage",
                "Content-Type: multipart/form-data",
                "Content-Type: application/json;charset=bogus");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aHeader(String header) throws IOException {
        assertClear(exchange("GET /v1/client", header + "\r\n", ""));
        var type = header.startsWith("Content-Type") ? "" : FORM;
        assertClear(exchange("POST /v1/client/sign_ins", type + header + "\r\n", "identifier=a%40b.co"));
    }

    static Stream<String[]> bodies() {
        return Stream.of(
                body(JSON, "{"),
                body(JSON, "[]"),
                body(JSON, "null"),
                body(JSON, "{}{}"),
                body(JSON, "{\"identifier\":{}}"),
                body(JSON, "{\"identifier\":\"\\u0000\"}"),
                body(JSON, "{\"identifier\":\"\\ud800\"}"),
                body(JSON, "\u00ff"),
                body(JSON, "{\"a\":".repeat(5000)),
                body(JSON, "{\"unsafe_metadata\":{\"a\":1e999999999}}"),
                body(JSON, "{\"identifier\":\"" + "x".repeat(300_000) + "\"}"),
                body(FORM, "a=%zz"),
                body(FORM, "identifier=%ff"),
                body(FORM, "identifier=%00"),
                body(FORM, "a=1&".repeat(1500)),
                body(FORM, "unsafe_metadata=" + "[".repeat(5000)),
                body(FORM, "unsafe_metadata=" + "{\"a\":".repeat(5000)),
                body(FORM, "email_address=" + "a".repeat(1_100_000)),
                body(FORM, "email_address=a%40b.co%0d%0aBcc:x"),
                body(MULTIPART, "--x\r\nbroken"),
                body(MULTIPART, "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBody(String type, String body) throws IOException {
        assertClear(exchange("POST /v1/client/sign_ups", type, body));
        assertClear(exchange("POST /v1/client/sign_ins", type, body));
    }

    @ParameterizedTest
    @MethodSource("brokenChunks")
    void aChunk(String chunks) throws IOException {
        assertClear(send("POST /v1/client/sign_ins HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + JSON
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks));
    }

    static Stream<String> brokenChunks() {
        return Stream.of("5\r\n{\"a\":\r\nzz\r\n", "-1\r\n", "x");
    }

    static Stream<String> ambiguous() {
        var twenty = "Content-Length: 20\r\n";
        return Stream.of(
                "Host: localhost\r\nHost: evil.example\r\n" + twenty,
                "Host: localhost\r\nHost: localhost\r\n" + twenty,
                twenty, // no host at all
                "Host: localhost, evil.example\r\n" + twenty,
                "Host: localhost\r\n" + twenty + twenty,
                "Host: localhost\r\nContent-Length: 20\r\nTransfer-Encoding: chunked\r\n",
                "Host: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 20\r\n",
                "Host: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Host: localhost\r\nTransfer-Encoding: identity\r\n" + twenty,
                "Host: localhost\r\nTransfer-Encoding: xchunked\r\n",
                "Host: localhost\r\n " + twenty);
    }

    /** Two servers in a row that read one of these differently take one request for two, or for another host's. */
    @ParameterizedTest
    @MethodSource("ambiguous")
    void aRequestThatCanBeReadInTwoWays(String headers) throws IOException {
        var answer = send("POST /v1/client/sign_ins HTTP/1.1\r\nConnection: close\r\n" + FORM + headers
                + "\r\nidentifier=a%40b.coo");
        assertThat(answer).matches("(?s)HTTP/1\\.1 400 .*");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
    }

    /** The server drops a length that it cannot read, and took the body for the next request on the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"60, 60", "+60", "0x3c", "", "60\u000b"})
    void attackRequestSmugglingByALengthThatIsNone(String length) throws IOException {
        var smuggled = "GET /v1/smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        var answer = send("POST /v1/client/sign_ins HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: "
                + length + "\r\n\r\n" + smuggled);
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
    }

    private static String[] body(String type, String body) {
        return new String[] {type, body};
    }

    private static void assertClear(String answer) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 [24]\\d\\d .*");
        assertThat(answer).contains("Content-Type: application/json\r\n").contains("X-Clerk-Trace-Id: ");
    }

    private static String exchange(String line, String headers, String body) throws IOException {
        return send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body);
    }

    private static String send(String request) throws IOException {
        var server = URI.create(Rollcall.url());
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
