package dev.rollcall.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers every recipient with the same line; without a line it takes connections and never says a word. */
final class TersePostOffice implements AutoCloseable {

    private final ServerSocket door;
    private final String toRecipients;
    private final AtomicInteger visits = new AtomicInteger();

    /** @param toRecipients null for silence */
    TersePostOffice(String toRecipients) {
        this.toRecipients = toRecipients;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int visits() {
        return visits.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                visits.incrementAndGet();
                daemon(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                var in = new BufferedReader(
                        new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII))) {
            if (toRecipients != null) {
                say(visitor, "220 here");
            }
            for (var line = in.readLine(); line != null && toRecipients != null; line = in.readLine()) {
                say(visitor, line.startsWith("RCPT") ? toRecipients : line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException gone) {
            // the visitor has left
        }
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "terse-post-office");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
