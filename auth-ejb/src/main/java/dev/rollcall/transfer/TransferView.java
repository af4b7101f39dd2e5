package dev.rollcall.transfer;

/**
 * An import or an export as the Backend API shows it; times are epoch milliseconds.
 *
 * @param object import or export
 * @param bytes of the file that is kept: an import's goes when it has been read
 * @param rowsRead of the file, or users written to it
 * @param rowsSkipped users that were here already, by their id
 * @param error why all of it failed; what is wrong with single rows is in the report
 */
public record TransferView(
        String object,
        String id,
        String format,
        TransferState state,
        long bytes,
        long rowsRead,
        long rowsCreated,
        long rowsSkipped,
        long rowsRefused,
        long warnings,
        String error,
        long createdAt,
        Long startedAt,
        Long finishedAt) {}
