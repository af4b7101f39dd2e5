package dev.rollcall.channel;

/** What a channel that answered said of a letter. One that could not be asked throws {@link ChannelTrouble}. */
sealed interface Receipt {

    /** It took the letter. */
    record Taken() implements Receipt {}

    /** It does not take this letter now, which says nothing of others; the reason names no address. */
    record Later(String reason) implements Receipt {}

    /** It will not take this letter, however often it is offered; the reason names no address. */
    record Refused(String reason) implements Receipt {}
}
