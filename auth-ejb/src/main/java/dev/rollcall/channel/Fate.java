package dev.rollcall.channel;

/** What becomes of the messages that go one way. */
public enum Fate {
    /** A carrier takes them out of this server. */
    CARRIED,
    /** Kept for the development inbox. */
    CAPTURED,
    /** Left to the app, which hears of them by a webhook. */
    HANDED_OVER,
    /** They wait for somebody to configure a channel. */
    WAITING
}
