package dev.rollcall.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a mail server that knows no STARTTLS (GreenMail), and lets nobody say anything else before it. */
final class StartTlsGate implements AutoCloseable {

    private final ServerSocket door;
    private final SSLContext tls;
    private final int behind;

    /** @param behind the port of the server's plain SMTP */
    StartTlsGate(SSLContext tls, int behind) {
        this.tls = tls;
        this.behind = behind;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                daemon(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            say(visitor, line(server.getInputStream()));
            for (var line = line(visitor.getInputStream());
                    !line.equals("STARTTLS");
                    line = line(visitor.getInputStream())) {
                say(visitor, line.startsWith("EHLO") ? "250-gate\r\n250 STARTTLS" : "530 5.7.0 STARTTLS first");
                if (line.isEmpty()) {
                    return;
                }
            }
            say(visitor, "220 2.0.0 go ahead");
            var secure = (SSLSocket) tls.getSocketFactory().createSocket(visitor, null, true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            daemon(() -> pass(server, secure));
            pass(secure, server);
        } catch (IOException gone) {
            // the visitor did not like the certificate, or has left
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // one of the two has left
        }
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "starttls-gate");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
