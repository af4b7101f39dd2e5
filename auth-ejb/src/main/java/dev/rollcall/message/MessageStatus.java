package dev.rollcall.message;

import java.util.Locale;

/** What became of a message. */
enum MessageStatus {
    /** Kept for the development inbox; it is never delivered. */
    CAPTURED,
    /** Waits for a channel to carry it. */
    QUEUED,
    /** A channel has taken it. */
    DELIVERED,
    /** No channel took it, and none will be asked again by itself. */
    FAILED,
    /** The app delivers it by itself: it hears of it by a webhook. */
    HANDED_OVER,
    /** Meant for somebody who does not exist, and sent to nobody: see enumeration protection. */
    WITHHELD;

    /** The name on the wire. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
