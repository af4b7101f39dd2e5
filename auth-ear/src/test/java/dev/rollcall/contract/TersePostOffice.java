package dev.rollcall.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers every recipient with the same line; without a line it takes connections and never says a word. It notes what it hears. */
final class TersePostOffice implements AutoCloseable {

    private final ServerSocket door;
    private final String toRecipients;
    private final String[] extensions;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();

    /**
     * @param toRecipients null for silence
     * @param extensions what it offers after EHLO
     */
    TersePostOffice(String toRecipients, String... extensions) {
        this.toRecipients = toRecipients;
        this.extensions = extensions;
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

    /** The lines that began so, of all visits. */
    List<String> heard(String start) {
        return heard.stream().filter(line -> line.startsWith(start)).toList();
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
                var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8))) {
            if (toRecipients != null) {
                say(visitor, "220 here");
            }
            for (var line = in.readLine(); line != null && toRecipients != null; line = in.readLine()) {
                heard.add(line);
                if (line.startsWith("EHLO")) {
                    for (var extension : extensions) {
                        say(visitor, "250-" + extension);
                    }
                }
                say(visitor, answer(line));
                for (boolean letter = line.equals("DATA");
                        letter;
                        letter = !heard.get(heard.size() - 1).equals(".")) {
                    heard.add(in.readLine());
                }
                if (line.equals("DATA")) {
                    say(visitor, "250 taken");
                }
            }
        } catch (IOException gone) {
            // the visitor has left
        }
    }

    private String answer(String line) {
        return switch (line.substring(0, Math.min(4, line.length()))) {
            case "RCPT" -> toRecipients;
            case "QUIT" -> "221 bye";
            case "DATA" -> "354 go on";
            default -> "250 fine";
        };
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
