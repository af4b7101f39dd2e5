package dev.rollcall.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a server on this machine that speaks HTTP/1.1, is kept, and repeats nothing by itself, as a proxy's. */
final class Line implements AutoCloseable {

    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean kept = true;

    /** An answer. */
    record Reply(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Line(int port, int patienceMillis) throws IOException {
        this(port, patienceMillis, 0);
    }

    /** @param window how many bytes may be on their way to us; 0 for as many as the system likes */
    Line(int port, int patienceMillis, int window) throws IOException {
        if (window > 0) {
            socket.setReceiveBufferSize(window);
        }
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patienceMillis);
        socket.setSoTimeout(patienceMillis);
        in = window > 0 ? socket.getInputStream() : new BufferedInputStream(socket.getInputStream());
    }

    /** Sends the beginning of a request: its first line and its headers, a line each. */
    void begin(String from, String... lines) throws IOException {
        send((String.join("\r\n", lines) + "\r\nHost: localhost\r\nX-Forwarded-For: " + from + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** A byte of the answer, or -1. */
    int read() throws IOException {
        return in.read();
    }

    Reply reply() throws IOException {
        var first = line();
        int status = Integer.parseInt(first.split(" ")[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        kept = !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Reply(status, headers, body(headers));
    }

    /** Whether another request may follow on this connection. */
    boolean isKept() {
        return kept;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            kept = false;
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return kept ? new byte[0] : in.readAllBytes();
        }
        var all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended early.");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection was closed.");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
