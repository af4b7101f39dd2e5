package dev.rollcall.token;

import dev.rollcall.instance.Instance;

/** One kind of ticket. There is one class for each; a new class is all that a new kind takes. */
public interface TicketSource {

    /** Whether a ticket looks like one of this kind, whoever made it. */
    boolean makes(String ticket);

    /** What a ticket is good for now; one that is good for nothing is refused. Nothing is used up. */
    Pass read(Instance instance, String ticket);

    /** Uses a ticket up, in the transaction that lets its holder in by this session. */
    void use(Instance instance, String ticket, String sessionId);

    /** The refusal of a ticket where somebody signs up, unless it is made for that. */
    void refuseInSignUp(Instance instance, String ticket);
}
