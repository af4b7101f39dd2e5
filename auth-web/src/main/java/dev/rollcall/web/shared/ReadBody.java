package dev.rollcall.web.shared;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body as the container passes it on. */
final class ReadBody extends ServletInputStream {

    private final InputStream body;
    private boolean finished;

    ReadBody(InputStream body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int read = body.read();
        finished = read < 0;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = body.read(into, offset, length);
        finished = count < 0;
        return count;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("no request of ours is asynchronous");
    }
}
