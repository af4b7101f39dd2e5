package dev.rollcall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;

/** An SMTP server that notes when each mail was handed to it in full, and that can be made to hang. */
public final class Postbox implements AutoCloseable {

    final LinkedBlockingQueue<Instant> received = new LinkedBlockingQueue<>();
    private final ServerSocket socket;
    private volatile boolean hanging;

    public Postbox() throws IOException {
        socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on, whoever connects waits in vain. */
    void hang(boolean on) {
        hanging = on;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var peer = socket.accept();
                daemon(() -> serve(peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket peer) {
        try (peer;
                var in = new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII))) {
            while (hanging) {
                Thread.sleep(100);
            }
            peer.setTcpNoDelay(true);
            say(peer, "220 bench");
            boolean data = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    if (line.equals(".")) {
                        received.add(Instant.now());
                        data = false;
                        say(peer, "250 kept");
                    }
                } else if (line.startsWith("DATA")) {
                    data = true;
                    say(peer, "354 go on");
                } else if (line.startsWith("QUIT")) {
                    say(peer, "221 bye");
                    return;
                } else {
                    say(peer, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the other side has had enough
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket peer, String line) throws IOException {
        peer.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "postbox");
        thread.setDaemon(true);
        thread.start();
    }
}
