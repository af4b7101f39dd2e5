package dev.rollcall.channel;

/** Keeps messages for the inbox of a development instance. */
record InboxChannel() implements Channel {

    @Override
    public Fate fate() {
        return Fate.CAPTURED;
    }
}
