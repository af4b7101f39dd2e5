package dev.rollcall.transfer;

/** How far a transfer is. */
enum TransferState {
    /** Its file is being handed in; imports alone. */
    UPLOADING,
    QUEUED,
    RUNNING,
    /** At the end of the file. Rows may have been refused: the report says which. */
    DONE,
    FAILED,
    CANCELLED;

    boolean isOver() {
        return switch (this) {
            case UPLOADING, QUEUED, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
