package dev.rollcall.channel;

/** A production instance on a server without channels: messages wait for somebody to configure one. */
record NoChannel() implements Channel {

    @Override
    public Fate fate() {
        return Fate.WAITING;
    }
}
