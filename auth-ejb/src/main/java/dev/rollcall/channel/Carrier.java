package dev.rollcall.channel;

import java.util.concurrent.CompletionStage;

/** A channel that carries letters out of this server. */
non-sealed interface Carrier extends Channel {

    /** The server it talks to, as {@code host:port}. */
    String destination();

    /** The sender's address that it insists on; null where the instance's own is fine. */
    String from();

    /** Carries a letter; no thread of the caller waits. Fails with {@link ChannelTrouble}. */
    CompletionStage<Receipt> carry(Letter letter);

    @Override
    default Fate fate() {
        return Fate.CARRIED;
    }
}
