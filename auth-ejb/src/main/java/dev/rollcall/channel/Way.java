package dev.rollcall.channel;

import dev.rollcall.template.Medium;

/** The way that an instance's messages of one medium go now: by which channel, and whether that is the instance's own. */
public final class Way {

    private final Medium medium;
    private final Channel channel;
    private final String account;

    /** @param account the instance whose own channel it is; null for the server's */
    Way(Medium medium, Channel channel, String account) {
        this.medium = medium;
        this.channel = channel;
        this.account = account;
    }

    /** What becomes of a message that goes this way. */
    public Fate fate() {
        return channel.fate();
    }

    Medium medium() {
        return medium;
    }

    boolean isOwn() {
        return account != null;
    }

    /** Whose own channel it is. */
    String account() {
        return account;
    }

    /** Who carries letters this way; only a way whose messages are carried has one. */
    Carrier carrier() {
        if (channel instanceof Carrier carrier) {
            return carrier;
        }
        throw new IllegalStateException("nobody carries letters this way");
    }
}
