package dev.rollcall.message;

/** Where the messages of one instance and medium go. */
sealed interface Channel permits Carrier, InboxChannel, WebhookChannel, NoChannel {

    /** What becomes of a message as it is written. */
    MessageStatus atFirst();
}
