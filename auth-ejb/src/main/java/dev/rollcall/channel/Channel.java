package dev.rollcall.channel;

/** Where the messages of one instance and medium go. */
sealed interface Channel permits Carrier, InboxChannel, WebhookChannel, NoChannel {

    /** What becomes of a message. */
    Fate fate();
}
