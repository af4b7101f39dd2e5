package dev.rollcall.message;

/** Keeps messages for the inbox of a development instance. */
record InboxChannel() implements Channel {

    @Override
    public MessageStatus atFirst() {
        return MessageStatus.CAPTURED;
    }
}
