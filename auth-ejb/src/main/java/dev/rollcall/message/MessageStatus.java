package dev.rollcall.message;

/** What became of a message. */
enum MessageStatus {
    /** Kept for the development inbox; it is never delivered. */
    CAPTURED,
    /** Waits for a channel to carry it. */
    QUEUED
}
