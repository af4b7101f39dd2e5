package dev.rollcall.transfer;

import java.util.List;
import java.util.Optional;

/**
 * A transfer while it is run on this node, from where it was left. Its items mean nothing to who carries them from {@link #next} to
 * {@link #write}.
 */
public interface TransferRun {

    /** What to write next; empty at the end of it, and when the transfer is no longer this run's. */
    Optional<Object> next();

    /** Writes items and how far that is, all of it or nothing. */
    void write(List<Object> items);

    /** It has come to its end; to be said after the last write. */
    void finish();
}
