package dev.rollcall.transfer;

/** A file cannot be read any further; the message is for whoever sent it. */
final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenFile(String message) {
        super(message, null, false, false);
    }
}
