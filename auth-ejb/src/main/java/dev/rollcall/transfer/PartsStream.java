package dev.rollcall.transfer;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The parts of a file as one stream, a part at a time in memory. */
final class PartsStream extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part = new byte[0];
    private int at;
    private int number;

    /** @param parts by number from 1; empty behind the last one */
    PartsStream(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        return more() ? part[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        while (at == part.length) {
            var next = parts.apply(number + 1);
            if (next.isEmpty()) {
                return false;
            }
            part = next.get();
            at = 0;
            number++;
        }
        return true;
    }
}
