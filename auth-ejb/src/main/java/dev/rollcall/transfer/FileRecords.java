package dev.rollcall.transfer;

import java.util.Optional;

/** The records of a file, in order. */
interface FileRecords {

    /** The next one; empty at the end. Throws {@link BrokenFile} where no more can be read. */
    Optional<FileRecord> next();
}
