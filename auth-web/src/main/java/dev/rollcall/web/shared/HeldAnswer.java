package dev.rollcall.web.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * An answer that is sent once its request has left its place, so that who reads it slowly holds up nobody. One that is larger than most
 * goes out as it is made, and its request leaves its place then.
 */
final class HeldAnswer extends HttpServletResponseWrapper {

    /** Larger than the answers that people's browsers get. */
    private static final int MOST = 256 << 10;

    /** What the operating system takes off our hands, whether or not it is read. */
    private static final int WITHOUT_WAITING = 8 << 10;

    private static final int CHUNK = 64 << 10;

    private final Supplier<PeerWaits.Wait> waiting;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(1024);
    private final Sink sink = new Sink();
    private final HeldBytes large;
    private Runnable leaving = () -> {};
    private PrintWriter writer;
    private Outgoing outgoing;

    /** An answer that is on its way, at the reader's pace. */
    private record Outgoing(ServletOutputStream out, Pace pace, PeerWaits.Wait waiting) {

        void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += CHUNK) {
                int count = Math.min(CHUNK, length - at);
                out.write(bytes, offset + at, count);
                pace.moved(count);
            }
        }
    }

    /**
     * @param large counts the bytes of answers that are written whole and are larger than most
     * @param waiting begins to wait for the reader
     */
    HeldAnswer(HttpServletResponse response, HeldBytes large, Supplier<PeerWaits.Wait> waiting) {
        super(response);
        this.large = large;
        this.waiting = waiting;
    }

    /** What is done when the answer begins to leave before its request is done. */
    void onLeaving(Runnable leave) {
        leaving = leave;
    }

    /** Sends what is held; the request has left its place. */
    void send() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (outgoing != null || held.size() == 0) {
            return;
        }
        byte[] bytes = held.toByteArray();
        if (bytes.length <= WITHOUT_WAITING) {
            super.getOutputStream().write(bytes);
            return;
        }
        begin().write(bytes, 0, bytes.length);
        super.flushBuffer();
    }

    /** Whatever becomes of the request, nobody is waited for any more. */
    void end() {
        if (outgoing != null) {
            outgoing.waiting().close();
        }
    }

    private Outgoing begin() throws IOException {
        outgoing = new Outgoing(super.getOutputStream(), new Pace(), waiting.get());
        return outgoing;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return sink;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(sink, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (outgoing != null) {
            super.flushBuffer();
        }
    }

    @Override
    public boolean isCommitted() {
        return outgoing != null && super.isCommitted();
    }

    @Override
    public void reset() {
        held.reset();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    /** Takes the bytes of the answer. */
    private final class Sink extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (outgoing == null && held.size() + length <= MOST) {
                held.write(bytes, offset, length);
                return;
            }
            try (var part = length > MOST ? large.take(length) : HeldBytes.Part.NONE) {
                if (outgoing == null) {
                    leaving.run();
                    begin().write(held.toByteArray(), 0, held.size());
                    held.reset();
                }
                outgoing.write(bytes, offset, length);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("no request of ours is asynchronous");
        }
    }
}
