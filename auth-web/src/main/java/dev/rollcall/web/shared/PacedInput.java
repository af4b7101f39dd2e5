package dev.rollcall.web.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that has to come on at a pace: who sends a byte now and then keeps others from being read. */
final class PacedInput extends FilterInputStream {

    private final Pace pace;

    PacedInput(InputStream in) {
        this(in, Pace.USUAL);
    }

    /** @param bytesASecond how fast it has to come */
    PacedInput(InputStream in, long bytesASecond) {
        super(in);
        pace = new Pace(bytesASecond, System::nanoTime);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        pace.moved(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        pace.moved(Math.max(0, count));
        return count;
    }
}
