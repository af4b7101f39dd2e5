package dev.rollcall.transfer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives so many characters for one record and no more: a quote that nobody closes would else fill the memory with the whole file. */
final class RationedReader extends FilterReader {

    private static final int MOST = 1 << 20;

    private int left = MOST;

    RationedReader(Reader reader) {
        super(reader);
    }

    /** The next record begins. */
    void renew() {
        left = MOST;
    }

    @Override
    public int read() throws IOException {
        spend(1);
        return super.read();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        spend(count);
        return count;
    }

    private void spend(int characters) throws IOException {
        left -= characters;
        if (left < 0) {
            throw new IOException("a record is longer than " + MOST + " characters");
        }
    }
}
