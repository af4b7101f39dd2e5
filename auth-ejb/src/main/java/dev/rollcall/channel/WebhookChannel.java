package dev.rollcall.channel;

/** Leaves all messages to the app, which hears of them by webhooks. */
record WebhookChannel() implements Channel {

    @Override
    public Fate fate() {
        return Fate.HANDED_OVER;
    }
}
