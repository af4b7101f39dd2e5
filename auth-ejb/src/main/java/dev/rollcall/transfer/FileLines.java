package dev.rollcall.transfer;

import java.io.IOException;
import java.io.OutputStream;

/** A file that is written while it is sent, a bounded piece of it in memory. */
@FunctionalInterface
public interface FileLines {

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
}
