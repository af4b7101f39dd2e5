package dev.rollcall.message;

/** A production instance on a server without channels: messages wait for somebody to configure one. */
record NoChannel() implements Channel {

    @Override
    public MessageStatus atFirst() {
        return MessageStatus.QUEUED;
    }
}
